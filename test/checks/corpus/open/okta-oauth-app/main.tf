resource "okta_app_oauth" "service" {
  label                      = "billing-service"
  type                       = "service"
  response_types             = ["token"]
  grant_types                = ["client_credentials"]
  token_endpoint_auth_method = "private_key_jwt"

  jwks {
    kty = "RSA"
    kid = "billing-1"
    e   = "AQAB"
    n   = var.public_modulus
  }
}

resource "okta_auth_server" "apis" {
  name        = "apis"
  audiences   = ["api://billing"]
  issuer_mode = "CUSTOM_URL"
}

resource "okta_auth_server_scope" "this" {
  for_each = toset(["billing.read", "billing.write"])

  auth_server_id   = okta_auth_server.apis.id
  name             = each.value
  metadata_publish = "NO_CLIENTS"
}

resource "okta_auth_server_policy" "services" {
  auth_server_id   = okta_auth_server.apis.id
  name             = "services"
  description      = "Service to service"
  priority         = 1
  client_whitelist = [okta_app_oauth.service.client_id]
}

resource "okta_auth_server_policy_rule" "cc" {
  auth_server_id                = okta_auth_server.apis.id
  policy_id                     = okta_auth_server_policy.services.id
  name                          = "client credentials"
  priority                      = 1
  grant_type_whitelist          = ["client_credentials"]
  scope_whitelist               = ["*"]
  access_token_lifetime_minutes = 15
}

output "token_endpoint" {
  value = "${okta_auth_server.apis.issuer}/v1/token"
}

variable "public_modulus" {
  type = string
}
