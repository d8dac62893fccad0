resource "null_resource" "fetch" {
  provisioner "local-exec" {
    command = "python3 ${path.module}/get_token.py"
    environment = {
      TOKEN_URL     = "https://idp.acme.example/as/token.oauth2"
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
