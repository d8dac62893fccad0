resource "kubernetes_config_map" "load_test" {
  metadata {
    name = "load-test"
  }

  data = {
    "config.json" = jsonencode({
      token_url  = "https://sso.acme.example/realms/shop/protocol/openid-connect/token"
      grant_type = "client_credentials"
      client_id  = "load-test"
      scopes     = ["orders.read"]
    })
  }
}

resource "kubernetes_manifest" "kong_plugin" {
  manifest = {
    apiVersion = "configuration.konghq.com/v1"
    kind       = "KongPlugin"
    metadata   = { name = "oidc", namespace = "shop" }
    plugin     = "openid-connect"
    config = {
      issuer       = "https://sso.acme.example/realms/shop"
      auth_methods = ["bearer", "client_credentials"]
      client_id    = ["kong"]
      client_secret = [
        "{vault://env/kong-client-secret}",
      ]
    }
  }
}

resource "kubernetes_cron_job_v1" "sync" {
  metadata {
    name = "sync"
  }

  spec {
    schedule = "*/15 * * * *"
    job_template {
      metadata {}
      spec {
        template {
          metadata {}
          spec {
            restart_policy = "Never"
            container {
              name  = "sync"
              image = "registry.acme.example/sync:2.0.1"
              env_from {
                secret_ref {
                  name = "sync-oauth"
                }
              }
            }
          }
        }
      }
    }
  }
}
