variable "token_url" {
  type = string
}

variable "client_id" {
  type = string
}

variable "secret" {
  type = string
}

resource "terraform_data" "login" {
  input = {
    url    = var.token_url
    secret = var.secret
  }

  provisioner "local-exec" {
    command = "sh ${path.module}/login.sh"
    environment = {
      TOKEN_URL = self.input.url
      ID        = var.client_id
      SECRET    = self.input.secret
    }
  }
}
