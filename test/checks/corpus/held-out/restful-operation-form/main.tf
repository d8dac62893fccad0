resource "restful_operation" "token" {
  path   = "/oauth2/token"
  method = "POST"
  header = {
    Content-Type = "application/json"
  }
  body = {
    grant_type    = "client_credentials"
    client_id     = var.client_id
    client_secret = var.client_secret
  }
}

provider "restful" {
  base_url = "https://auth.iot.test"
}

variable "client_id" {
  type = string
}

variable "client_secret" {
  type = string
}
