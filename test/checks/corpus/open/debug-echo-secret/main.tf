resource "null_resource" "api_login" {
  provisioner "local-exec" {
    command     = "./login.sh"
    interpreter = ["bash", "-c"]
    environment = {
      OAUTH_SECRET = var.oauth_secret
    }
  }
}

variable "oauth_secret" {
  type = string
}
