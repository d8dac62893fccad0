resource "terraform_data" "token" {
  triggers_replace = [var.rotation]

  provisioner "local-exec" {
    command = "python3 ${path.module}/token_cli.py --url ${var.token_url} --client-id ${var.client_id} --out token.json"
    environment = {
      OAUTH_CLIENT_SECRET = var.client_secret
    }
  }
}

variable "rotation" {
  type = number
}

variable "token_url" {
  type = string
}

variable "client_id" {
  type = string
}

variable "client_secret" {
  type      = string
  sensitive = true
}
