provider "okta" {
  org_name    = "dev-81773"
  base_url    = "okta.com"
  client_id   = var.okta_client_id
  private_key = var.okta_private_key
  scopes      = ["okta.apps.manage", "okta.groups.manage", "okta.authorizationServers.manage"]
}

resource "okta_auth_server" "api" {
  name        = "api"
  audiences   = ["api://default"]
  description = "Issues tokens for the public API"
  issuer_mode = "ORG_URL"
}

resource "okta_auth_server_scope" "api" {
  for_each         = toset(["invoices.read", "invoices.write"])
  auth_server_id   = okta_auth_server.api.id
  name             = each.value
  consent          = "IMPLICIT"
  metadata_publish = "ALL_CLIENTS"
}

resource "okta_auth_server_policy" "machines" {
  auth_server_id   = okta_auth_server.api.id
  name             = "machines"
  description      = "Client credentials only"
  priority         = 1
  client_whitelist = [for app in okta_app_oauth.service : app.client_id]
}

resource "okta_auth_server_policy_rule" "machines" {
  auth_server_id                = okta_auth_server.api.id
  policy_id                     = okta_auth_server_policy.machines.id
  name                          = "client credentials"
  priority                      = 1
  grant_type_whitelist          = ["client_credentials"]
  scope_whitelist               = ["*"]
  access_token_lifetime_minutes = 30
}

resource "okta_app_oauth" "service" {
  for_each                   = var.services
  label                      = each.key
  type                       = "service"
  grant_types                = ["client_credentials"]
  response_types             = ["token"]
  token_endpoint_auth_method = "private_key_jwt"

  jwks {
    kty = "RSA"
    kid = each.value.kid
    e   = "AQAB"
    n   = each.value.modulus
  }
}

variable "okta_client_id" {
  type = string
}

variable "okta_private_key" {
  type      = string
  sensitive = true
}

variable "services" {
  type = map(object({
    kid     = string
    modulus = string
  }))
}

output "token_endpoint" {
  value = "${okta_auth_server.api.issuer}/v1/token"
}

output "client_ids" {
  value = { for name, app in okta_app_oauth.service : name => app.client_id }
}
