resource "snowflake_oauth_integration_for_custom_clients" "tableau" {
  name                         = "TABLEAU"
  oauth_client_type            = "CONFIDENTIAL"
  oauth_redirect_uri           = "https://tableau.osprey.example/auth/add_oauth_token"
  blocked_roles_list           = ["ACCOUNTADMIN", "SECURITYADMIN"]
  oauth_issue_refresh_tokens   = true
  oauth_refresh_token_validity = 7776000
  enabled                      = true
}

resource "snowflake_external_oauth_integration" "entra" {
  name                                            = "ENTRA"
  enabled                                         = true
  external_oauth_type                             = "AZURE"
  external_oauth_issuer                           = "https://sts.windows.net/${var.tenant_id}/"
  external_oauth_jws_keys_url                     = ["https://login.microsoftonline.com/${var.tenant_id}/discovery/v2.0/keys"]
  external_oauth_audience_list                    = ["api://snowflake"]
  external_oauth_token_user_mapping_claim         = ["sub"]
  external_oauth_snowflake_user_mapping_attribute = "LOGIN_NAME"
}

resource "snowflake_api_authentication_integration_with_client_credentials" "servicenow" {
  name                         = "SERVICENOW"
  enabled                      = true
  oauth_client_id              = var.servicenow_client_id
  oauth_client_secret          = var.servicenow_client_secret
  oauth_token_endpoint         = "https://osprey.service-now.com/oauth_token.do"
  oauth_client_auth_method     = "CLIENT_SECRET_POST"
  oauth_allowed_scopes         = ["useraccount"]
  oauth_access_token_validity  = 1800
}

resource "snowflake_service_user" "loader" {
  name           = "LOADER"
  default_role   = "LOADER"
  rsa_public_key = trimspace(var.loader_public_key)
}

variable "tenant_id" {
  type = string
}

variable "servicenow_client_id" {
  type = string
}

variable "servicenow_client_secret" {
  type      = string
  sensitive = true
}

variable "loader_public_key" {
  type = string
}
