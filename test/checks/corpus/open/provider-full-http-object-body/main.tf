terraform {
  required_providers {
    http-full = {
      source  = "salrashid123/http-full"
      version = "1.3.1"
    }
  }
}

data "http" "sts" {
  provider = http-full
  url      = "https://sts.marrow.example/token"
  method   = "POST"
  request_headers = {
    content-type = "application/json"
  }
  request_body = jsonencode({
    grant_type    = "client_credentials"
    client_id     = "marrow-ci"
    client_secret = var.sts_secret
  })
}

output "sts" {
  value     = jsondecode(data.http.sts.response_body).access_token
  sensitive = true
}

variable "sts_secret" {
  type      = string
  sensitive = true
}
