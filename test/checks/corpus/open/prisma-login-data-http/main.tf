data "http" "prisma_login" {
  url    = "https://api2.eu.prismacloud.io/login"
  method = "POST"

  request_headers = {
    Content-Type = "application/json"
  }

  request_body = jsonencode({
    username = var.prisma_access_key
    password = var.prisma_secret_key
  })
}

resource "null_resource" "cloud_account" {
  triggers = {
    project = var.project
  }

  provisioner "local-exec" {
    command = "python3 ${path.module}/account.py"
    environment = {
      PRISMA_TOKEN = jsondecode(data.http.prisma_login.response_body).token
      PROJECT      = var.project
    }
  }
}

variable "project" {
  type = string
}

variable "prisma_access_key" {
  type = string
}

variable "prisma_secret_key" {
  type = string
}
