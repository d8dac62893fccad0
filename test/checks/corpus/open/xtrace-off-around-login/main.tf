resource "null_resource" "release" {
  provisioner "local-exec" {
    command = "bash ${path.module}/release.sh"
    environment = {
      CLIENT_ID     = var.client_id
      CLIENT_SECRET = var.client_secret
    }
  }
}

variable "client_id" {
  type = string
}

variable "client_secret" {
  type      = string
  sensitive = true
}
