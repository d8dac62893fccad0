resource "google_project_service" "iap" {
  project = var.project_id
  service = "iap.googleapis.com"
}

resource "google_iap_brand" "this" {
  support_email     = "platform@mosswood.example"
  application_title = "Mosswood internal"
  project           = google_project_service.iap.project
}

resource "google_iap_client" "this" {
  display_name = "internal tools"
  brand        = google_iap_brand.this.name
}

resource "google_compute_backend_service" "tools" {
  name                  = "tools"
  protocol              = "HTTP"
  load_balancing_scheme = "EXTERNAL_MANAGED"
  timeout_sec           = 30

  backend {
    group = google_compute_region_network_endpoint_group.tools.id
  }

  iap {
    enabled              = true
    oauth2_client_id     = google_iap_client.this.client_id
    oauth2_client_secret = google_iap_client.this.secret
  }
}

resource "google_compute_region_network_endpoint_group" "tools" {
  name                  = "tools"
  region                = var.region
  network_endpoint_type = "SERVERLESS"
  cloud_run {
    service = google_cloud_run_v2_service.tools.name
  }
}

resource "google_cloud_run_v2_service" "tools" {
  name     = "tools"
  location = var.region
  ingress  = "INGRESS_TRAFFIC_INTERNAL_LOAD_BALANCER"

  template {
    service_account = google_service_account.tools.email
    containers {
      image = "europe-docker.pkg.dev/${var.project_id}/apps/tools:1.8.0"
      env {
        name  = "OAUTH_TOKEN_URI"
        value = "https://oauth2.googleapis.com/token"
      }
      env {
        name = "OAUTH_CLIENT_SECRET"
        value_source {
          secret_key_ref {
            secret  = google_secret_manager_secret.client.secret_id
            version = "latest"
          }
        }
      }
    }
  }
}

resource "google_service_account" "tools" {
  account_id = "tools-run"
}

resource "google_secret_manager_secret" "client" {
  secret_id = "tools-oauth-client"
  replication {
    auto {}
  }
}

resource "google_secret_manager_secret_version" "client" {
  secret      = google_secret_manager_secret.client.id
  secret_data = google_iap_client.this.secret
}

resource "google_iap_web_backend_service_iam_member" "staff" {
  web_backend_service = google_compute_backend_service.tools.name
  role                = "roles/iap.httpsResourceAccessor"
  member              = "domain:mosswood.example"
}
