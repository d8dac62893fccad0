locals {
  services = {
    checkout = { image = "checkout:4.2", memory = "512Mi" }
    catalog  = { image = "catalog:9.0", memory = "1Gi" }
  }
}

resource "google_service_account" "run" {
  for_each     = local.services
  account_id   = "run-${each.key}"
  display_name = "Cloud Run ${each.key}"
}

resource "google_secret_manager_secret" "oauth" {
  for_each  = local.services
  secret_id = "${each.key}-oauth-client-secret"

  replication {
    auto {}
  }
}

resource "google_secret_manager_secret_iam_member" "run" {
  for_each  = local.services
  secret_id = google_secret_manager_secret.oauth[each.key].id
  role      = "roles/secretmanager.secretAccessor"
  member    = "serviceAccount:${google_service_account.run[each.key].email}"
}

resource "google_cloud_run_v2_service" "this" {
  for_each = local.services
  name     = each.key
  location = "europe-west1"

  template {
    service_account = google_service_account.run[each.key].email

    containers {
      image = "europe-docker.pkg.dev/acme/apps/${each.value.image}"

      resources {
        limits = { memory = each.value.memory }
      }

      env {
        name  = "TOKEN_URL"
        value = "https://oauth2.googleapis.com/token"
      }

      env {
        name = "CLIENT_SECRET"
        value_source {
          secret_key_ref {
            secret  = google_secret_manager_secret.oauth[each.key].secret_id
            version = "latest"
          }
        }
      }
    }
  }
}

data "google_service_account_access_token" "deployer" {
  target_service_account = "deployer@acme-prod.iam.gserviceaccount.com"
  scopes                 = ["cloud-platform"]
  lifetime               = "600s"
}

provider "google" {
  alias        = "impersonated"
  access_token = data.google_service_account_access_token.deployer.access_token
}
