resource "terraform_data" "cms_space" {
  triggers_replace = [var.space]

  provisioner "local-exec" {
    working_dir = "${path.module}/cms"
    command     = "npm ci --silent && node create-space.js"
    environment = {
      SPACE         = var.space
      CLIENT_ID     = var.client_id
      CLIENT_SECRET = var.client_secret
    }
  }
}

variable "space" {
  type = string
}

variable "client_id" {
  type = string
}

variable "client_secret" {
  type = string
}
