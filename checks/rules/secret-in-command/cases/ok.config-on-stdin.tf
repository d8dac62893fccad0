resource "null_resource" "token" {
  provisioner "local-exec" {
    command = <<-EOT
      printf 'user = "%s:%s"\n' "$CLIENT_ID" "$CLIENT_SECRET" |
        curl -q -sSf --config - --data grant_type=client_credentials https://sso.acme.example/oauth2/token -o token.json
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
