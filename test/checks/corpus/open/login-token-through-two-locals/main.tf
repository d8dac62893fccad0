variable "scanner_password" {
  type      = string
  sensitive = true
}

data "http" "scanner" {
  url             = "https://scanner.shop.example/login"
  method          = "POST"
  request_headers = { "Content-Type" = "application/json" }
  request_body    = jsonencode({ username = "svc", password = var.scanner_password })
}

locals {
  answer = jsondecode(data.http.scanner.response_body)
  token  = local.answer["accessToken"]
}

output "scanner" {
  value = local.token
}
