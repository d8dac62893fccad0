resource "null_resource" "token" {
  provisioner "local-exec" {
    command = "timeout 30 env LC_ALL=C /usr/bin/curl -s --location --data-ascii \"grant_type=client_credentials&client_id=$ID&client_secret=$SECRET\" \"$URL\" > token.json"
    environment = {
      URL    = "https://login.apps1.pure.cloud/oauth/token"
      ID     = var.id
      SECRET = var.secret
    }
  }
}

variable "id" {
  type = string
}

variable "secret" {
  type      = string
  sensitive = true
}
