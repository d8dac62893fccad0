data "http" "token" {
  url          = "https://sso.acme.example/oauth2/token"
  method       = "POST"
  request_body = jsonencode({ grant_type = "client_credentials", client_id = var.client_id, client_secret = var.client_secret })
}

variable "client_id" {
  type = string
}

variable "client_secret" {
  type      = string
  sensitive = true
}
