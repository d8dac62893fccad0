variable "client_secret" {
  type      = string
  sensitive = true
}

resource "null_resource" "token" {
  provisioner "local-exec" {
    environment = { CLIENT_SECRET = var.client_secret }
    command = <<-EOT
      printf %s "$CLIENT_SECRET" |
        curl --silent --fail --output /dev/null https://login.example.com/oauth/token \
          --data grant_type=client_credentials --data-urlencode client_secret@-
    EOT
  }
}
