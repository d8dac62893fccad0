variable "service" {
  type = string
}

variable "idp_url" {
  type    = string
  default = "http://10.20.0.15:8080"
}

variable "client_secret" {
  type      = string
  sensitive = true
}

resource "terraform_data" "register" {
  triggers_replace = [var.service]

  provisioner "local-exec" {
    command = "bash ${path.module}/register.sh"
    environment = {
      TOKEN_URL     = "${var.idp_url}/oauth2/token"
      CLIENT_SECRET = var.client_secret
      SERVICE       = var.service
    }
  }
}
