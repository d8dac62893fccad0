resource "null_resource" "token" {
  provisioner "local-exec" {
    command = <<-EOT
      printf '%s' "$CLIENT_SECRET" |
        curl -q -sSf -d grant_type=client_credentials --data-urlencode "client_id=$CLIENT_ID" --data-urlencode client_secret@- -o token.json https://sso.acme.example/oauth2/token
    EOT
    environment = {
      CLIENT_ID = var.client_id
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
