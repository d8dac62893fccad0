resource "okta_app_oauth" "api" {
  label                      = "api"
  type                       = "service"
  grant_types                = ["client_credentials"]
  response_types             = ["token"]
  token_endpoint_auth_method = "client_secret_basic"
}

resource "aws_secretsmanager_secret" "api" {
  name = "okta/api"
}

resource "aws_secretsmanager_secret_version" "api" {
  secret_id = aws_secretsmanager_secret.api.id
  secret_string = jsonencode({
    client_id     = okta_app_oauth.api.client_id
    client_secret = okta_app_oauth.api.client_secret
    token_url     = "https://${var.okta_org}.okta.com/oauth2/default/v1/token"
  })
}

resource "azurerm_key_vault_secret" "api" {
  name         = "okta-api"
  value        = okta_app_oauth.api.client_secret
  key_vault_id = var.key_vault_id
}

resource "google_secret_manager_secret" "api" {
  secret_id = "okta-api"
  replication {
    auto {}
  }
}

resource "google_secret_manager_secret_version" "api" {
  secret      = google_secret_manager_secret.api.id
  secret_data = okta_app_oauth.api.client_secret
}

resource "github_actions_secret" "api" {
  repository      = "api"
  secret_name     = "OKTA_CLIENT_SECRET"
  plaintext_value = okta_app_oauth.api.client_secret
}

resource "kubernetes_secret" "api" {
  metadata {
    name      = "okta-api"
    namespace = "api"
    annotations = {
      "reloader.stakater.com/match" = "true"
    }
  }
  data = {
    OKTA_CLIENT_ID     = okta_app_oauth.api.client_id
    OKTA_CLIENT_SECRET = okta_app_oauth.api.client_secret
  }
}

output "okta_client_secret" {
  value     = okta_app_oauth.api.client_secret
  sensitive = true
}

output "okta_client_secret_arn" {
  value = aws_secretsmanager_secret.api.arn
}

output "okta_client_secret_sha" {
  value = nonsensitive(sha256(okta_app_oauth.api.client_secret))
}

variable "okta_org" {
  type = string
}

variable "key_vault_id" {
  type = string
}
