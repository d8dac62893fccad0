variable "application" {
  type      = string
  sensitive = true
}

data "http" "keystone" {
  url             = "https://cloud.shop.example:5000/v3/auth/tokens"
  method          = "POST"
  request_headers = { "Content-Type" = "application/json" }
  request_body = jsonencode({
    auth = {
      identity = {
        methods                = ["application_credential"]
        application_credential = { id = "21f6", secret = var.application }
      }
    }
  })
}
