module "project_services" {
  source  = "terraform-google-modules/project-factory/google//modules/project_services"
  version = "~> 15.0"

  project_id    = var.project_id
  activate_apis = ["compute.googleapis.com", "run.googleapis.com", "secretmanager.googleapis.com"]
}

resource "google_cloudbuild_trigger" "deploy" {
  name     = "deploy"
  location = "europe-west1"

  github {
    owner = "teasel"
    name  = "deploy"
    push {
      branch = "^main$"
    }
  }

  build {
    step {
      name = "gcr.io/google.com/cloudsdktool/cloud-sdk:slim"
      args = ["gcloud", "run", "deploy", "api", "--image", "europe-docker.pkg.dev/$PROJECT_ID/apps/api:$SHORT_SHA", "--region", "europe-west1"]
    }
    step {
      name       = "curlimages/curl"
      entrypoint = "sh"
      args       = ["-c", "curl -fsS https://api.teasel.example/healthz"]
    }
    timeout = "900s"
  }
}

resource "google_logging_metric" "token_errors" {
  name   = "token-errors"
  filter = "resource.type=\"cloud_run_revision\" AND jsonPayload.path=\"/oauth2/token\" AND jsonPayload.status>=400"
  metric_descriptor {
    metric_kind = "DELTA"
    value_type  = "INT64"
  }
}

variable "project_id" {
  type = string
}
