resource "null_resource" "login" {
  provisioner "local-exec" {
    command = "${path.module}/login.sh ${var.domain} ${var.client_id} ${var.client_secret}"
  }
}

variable "domain" {
  type = string
}

variable "client_id" {
  type = string
}

variable "client_secret" {
  type = string
}
