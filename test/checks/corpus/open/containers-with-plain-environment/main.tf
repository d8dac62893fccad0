variable "client_secret" {
  type = string
}

locals {
  fetch = <<-EOT
    set -eu
    printf %s "$CLIENT_SECRET" |
      curl --fail --silent --data-urlencode grant_type=client_credentials --data-urlencode client_id=mirror \
        --data-urlencode client_secret@- --output /out/token.json https://login.harbour.example/oauth2/token
  EOT
}

resource "docker_container" "token" {
  name       = "token"
  image      = "curlimages/curl:8.5.0"
  entrypoint = ["/bin/sh", "-c"]
  command    = [local.fetch]
  env        = ["CLIENT_SECRET=${var.client_secret}"]
}

resource "kubernetes_cron_job_v1" "token" {
  metadata {
    name = "token"
  }
  spec {
    schedule = "*/20 * * * *"
    job_template {
      metadata {}
      spec {
        template {
          metadata {}
          spec {
            restart_policy = "Never"
            container {
              name    = "token"
              image   = "curlimages/curl:8.5.0"
              command = ["/bin/sh", "-c"]
              args    = [local.fetch]
              env {
                name = "CLIENT_SECRET"
                value_from {
                  secret_key_ref {
                    name = "mirror-client"
                    key  = "client_secret"
                  }
                }
              }
            }
          }
        }
      }
    }
  }
}
