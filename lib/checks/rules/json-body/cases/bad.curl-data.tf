resource "null_resource" "token" {
  provisioner "local-exec" {
    command = <<-EOT
      curl -sS --fail -o token.json https://sso.acme.example/oauth2/token \
        -d "{\"grant_type\":\"client_credentials\",\"client_id\":\"$CLIENT_ID\",\"client_secret\":\"$CLIENT_SECRET\"}" 
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
