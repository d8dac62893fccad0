locals {
  helm_values = {
    client_secret = "$(OAUTH_CLIENT_SECRET)"
    env           = { client_secret = "IDP_CLIENT_SECRET" }
    file          = { client_secret = "file:/run/secrets/idp" }
    other         = { client_secret = "$${CLIENT_SECRET}" }
  }
}
resource "helm_release" "x" {
  name   = "x"
  chart  = "x"
  values = [yamlencode(local.helm_values)]
}
