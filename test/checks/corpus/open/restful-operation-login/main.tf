provider "restful" {
  base_url = "https://erp.tannery.example"
}

resource "restful_operation" "login" {
  path   = "/oauth2/token"
  method = "POST"
  header = {
    Content-Type = "application/json"
  }
  body = {
    grant_type = "password"
    client_id  = "tf"
    username   = var.erp_user
    password   = var.erp_password
  }
}

resource "restful_operation" "period" {
  path   = "/api/periods/2025-01/open"
  method = "POST"
  header = {
    Authorization = "Bearer ${restful_operation.login.output.access_token}"
  }
}

variable "erp_user" {
  type = string
}

variable "erp_password" {
  type = string
}
