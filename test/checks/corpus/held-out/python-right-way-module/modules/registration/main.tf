variable "name" {
  type = string
}

variable "client_id" {
  type = string
}

variable "client_secret" {
  type      = string
  sensitive = true
}

resource "terraform_data" "registration" {
  triggers_replace = [var.name]

  provisioner "local-exec" {
    command = "python3 ${path.module}/register.py ${var.name}"
    environment = {
      CLIENT_ID     = var.client_id
      CLIENT_SECRET = var.client_secret
    }
  }
}
