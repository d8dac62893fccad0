resource "random_password" "cookie" {
  length           = 32
  override_special = "-_"
}

resource "kubernetes_secret_v1" "oauth2_proxy" {
  metadata {
    name      = "oauth2-proxy"
    namespace = var.namespace
  }

  data = {
    "client-id"     = var.client_id
    "client-secret" = var.client_secret
    "cookie-secret" = random_password.cookie.result
  }
}

resource "kubernetes_deployment_v1" "oauth2_proxy" {
  metadata {
    name      = "oauth2-proxy"
    namespace = var.namespace
    labels    = { app = "oauth2-proxy" }
  }

  spec {
    replicas = 2
    selector {
      match_labels = { app = "oauth2-proxy" }
    }
    template {
      metadata {
        labels = { app = "oauth2-proxy" }
      }
      spec {
        container {
          name  = "proxy"
          image = "quay.io/oauth2-proxy/oauth2-proxy:v7.6.0"
          args = [
            "--provider=oidc",
            "--oidc-issuer-url=https://login.microsoftonline.com/${var.tenant_id}/v2.0",
            "--email-domain=*",
            "--upstream=http://app.${var.namespace}.svc.cluster.local:8080",
            "--http-address=0.0.0.0:4180",
            "--pass-access-token=true",
            "--skip-provider-button=true",
          ]

          dynamic "env" {
            for_each = {
              OAUTH2_PROXY_CLIENT_ID     = "client-id"
              OAUTH2_PROXY_CLIENT_SECRET = "client-secret"
              OAUTH2_PROXY_COOKIE_SECRET = "cookie-secret"
            }
            content {
              name = env.key
              value_from {
                secret_key_ref {
                  name = kubernetes_secret_v1.oauth2_proxy.metadata[0].name
                  key  = env.value
                }
              }
            }
          }

          port {
            container_port = 4180
          }

          readiness_probe {
            http_get {
              path = "/ping"
              port = 4180
            }
          }
        }
      }
    }
  }
}
