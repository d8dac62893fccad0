resource "helm_release" "hydra" {
  name       = "hydra"
  namespace  = "ory"
  repository = "https://k8s.ory.sh/helm/charts"
  chart      = "hydra"
  version    = "0.43.1"

  values = [yamlencode({
    hydra = {
      automigration = { enabled = true }
      config = {
        urls = {
          self    = { issuer = "https://sso.kyanite.example" }
          consent = "https://login.kyanite.example/consent"
        }
        ttl = {
          access_token  = "15m"
          refresh_token = "720h"
        }
        oauth2 = {
          client_credentials = { default_grant_allowed_scope = true }
          expose_internal_errors = false
        }
      }
    }
    secret = { enabled = false, nameOverride = kubernetes_secret.hydra.metadata[0].name }
  })]
}

resource "kubernetes_secret" "hydra" {
  metadata {
    name      = "hydra"
    namespace = "ory"
  }
  data = {
    secretsSystem = random_password.system.result
    dsn           = var.dsn
  }
}

resource "random_password" "system" {
  length = 32
}

resource "kubernetes_manifest" "client" {
  manifest = {
    apiVersion = "hydra.ory.sh/v1alpha1"
    kind       = "OAuth2Client"
    metadata   = { name = "worker", namespace = "ory" }
    spec = {
      grantTypes              = ["client_credentials"]
      scope                   = "orders:read"
      secretName              = "worker-oauth"
      tokenEndpointAuthMethod = "client_secret_basic"
    }
  }
}

resource "hydra_oauth2_client" "web" {
  client_id                  = "web"
  grant_types                = ["authorization_code", "refresh_token"]
  response_types             = ["code"]
  redirect_uris              = ["https://app.kyanite.example/cb"]
  token_endpoint_auth_method = "none"
}

resource "null_resource" "jwks_warm" {
  depends_on = [helm_release.hydra]
  provisioner "local-exec" {
    command = "curl -fsS https://sso.kyanite.example/.well-known/jwks.json -o /dev/null"
  }
}

variable "dsn" {
  type      = string
  sensitive = true
}
