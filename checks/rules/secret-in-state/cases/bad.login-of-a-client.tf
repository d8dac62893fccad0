variable "client_secret" {
  type      = string
  sensitive = true
}

data "http" "login" {
  url             = "https://api.vendor.example/v1/auth/connect"
  method          = "POST"
  request_headers = { Content-Type = "application/json" }
  request_body    = jsonencode({ clientId = "fleet", clientSecret = var.client_secret, product = "inventory" })

  lifecycle {
    postcondition {
      condition     = self.status_code == 200
      error_message = "No token: ${self.status_code}."
    }
  }
}

output "token" {
  value     = jsondecode(data.http.login.response_body).accessToken
  sensitive = true
}
