resource "kubernetes_cron_job_v1" "export" {
  metadata {
    name      = "export"
    namespace = "reports"
  }

  spec {
    schedule           = "15 2 * * *"
    concurrency_policy = "Forbid"

    job_template {
      metadata {}
      spec {
        backoff_limit = 2
        template {
          metadata {}
          spec {
            restart_policy = "Never"
            container {
              name    = "export"
              image   = "registry.fescue.example/tools/export:2.3"
              command = ["/usr/local/bin/export"]
              args    = ["--token-url=https://sso.fescue.example/oauth2/token", "--scope=reports:read", "--out=s3://fescue-reports"]

              env {
                name  = "OAUTH_CLIENT_ID"
                value = "export"
              }

              env {
                name = "OAUTH_CLIENT_SECRET"
                value_from {
                  secret_key_ref {
                    name = kubernetes_secret_v1.export.metadata[0].name
                    key  = "client_secret"
                  }
                }
              }

              resources {
                requests = { cpu = "100m", memory = "128Mi" }
                limits   = { memory = "256Mi" }
              }
            }
          }
        }
      }
    }
  }
}

resource "kubernetes_secret_v1" "export" {
  metadata {
    name      = "export-oauth"
    namespace = "reports"
  }
  data = {
    client_secret = data.vault_kv_secret_v2.export.data["client_secret"]
  }
}

data "vault_kv_secret_v2" "export" {
  mount = "apps"
  name  = "reports/export"
}

resource "kubernetes_network_policy_v1" "export" {
  metadata {
    name      = "export"
    namespace = "reports"
  }
  spec {
    pod_selector {
      match_labels = { app = "export" }
    }
    policy_types = ["Egress"]
    egress {
      ports {
        port     = "443"
        protocol = "TCP"
      }
    }
  }
}
