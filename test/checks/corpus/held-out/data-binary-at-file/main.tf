resource "local_sensitive_file" "body" {
  filename = "${path.module}/.body.json"
  content = jsonencode({
    grant_type    = "client_credentials"
    client_id     = var.client_id
    client_secret = var.client_secret
  })
}

resource "null_resource" "token" {
  provisioner "local-exec" {
    command = "curl -sS --fail --request POST --header 'Content-Type: application/json; charset=utf-8' --data-binary '@${local_sensitive_file.body.filename}' --output token.json 'https://login.cac1.pure.cloud/oauth/token'"
  }
}

variable "client_id" {
  type = string
}

variable "client_secret" {
  type      = string
  sensitive = true
}
