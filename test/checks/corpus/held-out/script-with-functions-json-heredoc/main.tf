resource "null_resource" "boomi_deploy" {
  triggers = {
    package = var.package_version
  }

  provisioner "local-exec" {
    command = "chmod +x ${path.module}/deploy.sh && ${path.module}/deploy.sh ${var.package_version}"
    environment = {
      OAUTH_CLIENT_ID     = var.oauth_client_id
      OAUTH_CLIENT_SECRET = var.oauth_client_secret
    }
  }
}

variable "package_version" {
  type = string
}

variable "oauth_client_id" {
  type = string
}

variable "oauth_client_secret" {
  type      = string
  sensitive = true
}
