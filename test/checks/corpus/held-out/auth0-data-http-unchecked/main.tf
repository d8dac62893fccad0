data "http" "auth0" {
  url             = "https://acme-dev.eu.auth0.com/oauth/token"
  method          = "POST"
  request_headers = { "content-type" = "application/json" }
  request_body = jsonencode({
    client_id     = var.auth0_id
    client_secret = var.auth0_secret
    audience      = "https://acme-dev.eu.auth0.com/api/v2/"
    grant_type    = "client_credentials"
  })
}

output "mgmt_token" {
  value = jsondecode(data.http.auth0.response_body).access_token
}

variable "auth0_id" {
  type = string
}

variable "auth0_secret" {
  type      = string
  sensitive = true
}
