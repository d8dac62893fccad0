variable "client_secret" {
  type      = string
  sensitive = true
}

provider "keycloak" {
  client_id     = "terraform"
  client_secret = var.client_secret
  url           = "https://sso.shipping.example"
}
