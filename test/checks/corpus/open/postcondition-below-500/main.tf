variable "client_secret" {
  type      = string
  sensitive = true
}

data "http" "token" {
  url             = "https://id.shop.example/oauth2/token"
  method          = "POST"
  request_headers = { "Content-Type" = "application/x-www-form-urlencoded" }
  request_body    = "grant_type=client_credentials&client_id=ci&client_secret=${urlencode(var.client_secret)}"

  lifecycle {
    postcondition {
      condition     = self.status_code < 500
      error_message = "The identity provider is down."
    }
  }
}
