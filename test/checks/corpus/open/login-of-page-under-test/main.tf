variable "probe_password" {
  type      = string
  sensitive = true
}

data "http" "login_page" {
  url             = "https://shop.example/login"
  method          = "POST"
  request_headers = { "Content-Type" = "application/json" }
  request_body    = jsonencode({ username = "probe", password = var.probe_password })
}

output "page" {
  value = jsondecode(data.http.login_page.response_body).motd
}
