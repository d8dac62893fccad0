provider "restapi" {
  uri                  = "https://api.us-east-1.genesyscloud.com"
  write_returns_object = true
  headers = {
    "Content-Type" = "application/json"
  }
}

resource "restapi_object" "cxone_token" {
  path         = "/api/v2/authorization/oauth2/token"
  id_attribute = "access_token"
  data = jsonencode({
    grant_type    = "client_credentials"
    client_id     = var.cxone_client_id
    client_secret = var.cxone_client_secret
    scope         = "urn:nice:cxone:platform:api"
  })
}

output "cxone_access_token" {
  value     = restapi_object.cxone_token.api_data["access_token"]
  sensitive = true
}

variable "cxone_client_id" {
  type = string
}

variable "cxone_client_secret" {
  type      = string
  sensitive = true
}
