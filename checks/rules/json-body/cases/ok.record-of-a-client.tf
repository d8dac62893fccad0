variable "sso_secret" {
  type      = string
  sensitive = true
}
resource "restapi_object" "connector" {
  path = "/api/v2/connectors"
  data = jsonencode({
    name          = "warehouse"
    grant_type    = "client_credentials"
    client_id     = "etl"
    client_secret = var.sso_secret
    token_url     = "https://id.acme.test/oauth2/token"
  })
}
