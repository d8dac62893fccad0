resource "terracurl_request" "login" {
  name            = "login"
  url             = "https://10.4.0.12:8443/oauth2/token"
  method          = "POST"
  skip_tls_verify = true
  request_body    = "grant_type=client_credentials&client_id=${var.client_id}&client_secret=${random_password.edge.result}&scope=edge"
  response_codes  = [200]

  headers = {
    Content-Type = "application/x-www-form-urlencoded"
  }

  depends_on = [terraform_data.edge_gateway]
}

resource "random_password" "edge" {
  length  = 24
  special = true
}

resource "terraform_data" "edge_gateway" {
  input = var.client_id
}

output "edge_login" {
  value = terracurl_request.login.response
}

variable "client_id" {
  type    = string
  default = "edge-01"
}
