resource "null_resource" "token" {
  provisioner "local-exec" {
    command = <<-EOT
      curl -sSf -d grant_type=client_credentials -d "client_id=$CLIENT_ID" -d "client_secret=$CLIENT_SECRET" https://sso.acme.example/oauth2/token -o token.json
    EOT
    environment = {
      CLIENT_ID = urlencode(var.client_id)
      CLIENT_SECRET = urlencode(var.client_secret)
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
