resource "null_resource" "rotate" {
  provisioner "local-exec" {
    command = "${path.module}/rotate.sh"
    environment = {
      UAA_URL    = "https://uaa.cf.example"
      UAA_CLIENT = var.uaa_client
      UAA_SECRET = var.uaa_secret
    }
  }
}

variable "uaa_client" {
  type = string
}

variable "uaa_secret" {
  type      = string
  sensitive = true
}
