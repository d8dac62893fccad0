resource "null_resource" "register_app" {
  triggers = {
    version = var.app_version
  }

  provisioner "local-exec" {
    command = "python3 ${path.module}/scripts/register.py --version ${var.app_version}"
    environment = {
      TOKEN_URL     = "https://login.orpine.example/oauth2/token"
      CLIENT_ID     = var.client_id
      CLIENT_SECRET = var.client_secret
    }
  }
}

variable "app_version" {
  type = string
}

variable "client_id" {
  type = string
}

variable "client_secret" {
  type = string
}
