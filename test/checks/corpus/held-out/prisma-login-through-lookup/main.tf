variable "prisma_secret_key" {
  type      = string
  sensitive = true
}

data "http" "prisma" {
  url             = "https://api2.prismacloud.io/login"
  method          = "POST"
  request_headers = { "Content-Type" = "application/json" }
  request_body = jsonencode({
    username = "f1e2"
    password = var.prisma_secret_key
  })
}

output "prisma_session" {
  value = lookup(jsondecode(data.http.prisma.response_body), "token", "")
}
