data "external" "token" {
  program = ["python3", "${path.module}/token.py"]
  query = {
    client_secret = data.vault_generic_secret.oauth.data["client_secret"]
  }
}

data "vault_generic_secret" "oauth" {
  path = "secret/oauth/billing"
}

resource "kubernetes_secret" "token" {
  metadata {
    name = "billing-token"
  }
  data = {
    token = data.external.token.result.access_token
  }
}
