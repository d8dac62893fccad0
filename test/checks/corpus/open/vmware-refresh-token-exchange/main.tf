variable "csp_refresh_token" {
  type      = string
  sensitive = true
}

data "http" "csp" {
  url             = "https://console.cloud.shop.example/csp/gateway/am/api/auth/api-tokens/authorize"
  method          = "POST"
  request_headers = { "Content-Type" = "application/x-www-form-urlencoded" }
  request_body    = "refresh_token=${var.csp_refresh_token}"
}

output "session" {
  value = jsondecode(data.http.csp.response_body).access_token
}
