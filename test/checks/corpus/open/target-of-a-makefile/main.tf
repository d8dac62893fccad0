resource "terraform_data" "token" {
  provisioner "local-exec" {
    command     = "make -s publish"
    working_dir = path.module
    environment = {
      CLIENT_SECRET = var.client_secret
    }
  }
}

variable "client_secret" {
  type      = string
  sensitive = true
}
