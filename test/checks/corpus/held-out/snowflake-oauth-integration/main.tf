resource "snowflake_oauth_integration_for_custom_clients" "bi" {
  name                         = "BI"
  oauth_client_type            = "CONFIDENTIAL"
  oauth_redirect_uri           = "https://bi.acme.example/oauth/callback"
  enabled                      = "true"
  oauth_issue_refresh_tokens   = "true"
  oauth_refresh_token_validity = 86400
}

resource "snowflake_execute" "secret" {
  execute = "CREATE SECRET IF NOT EXISTS db.public.partner TYPE = OAUTH2 API_AUTHENTICATION = partner"
  revert  = "DROP SECRET IF EXISTS db.public.partner"
  query   = "SHOW SECRETS IN SCHEMA db.public"
}

resource "snowflake_user" "etl" {
  name              = "ETL"
  login_name        = "etl"
  default_warehouse = "LOAD"
  rsa_public_key    = var.etl_public_key
}

variable "etl_public_key" {
  type = string
}
