variable "name" {
  type = string
}

variable "token" {
  type      = string
  sensitive = true
}

resource "terraform_data" "settings" {
  triggers_replace = [var.name]

  provisioner "local-exec" {
    command = "python3 ${path.module}/settings.py"
    environment = {
      NAME  = var.name
      TOKEN = var.token
    }
  }
}
