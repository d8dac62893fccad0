variable "client_secret" {
  type      = string
  sensitive = true
}

resource "null_resource" "token" {
  provisioner "local-exec" {
    environment = { CLIENT_SECRET = urlencode(var.client_secret) }
    command = <<-EOT
      printf 'grant_type=client_credentials&client_secret=%s' "$CLIENT_SECRET" |
        curl --silent --fail --output /dev/null --data @- https://login.example.com/oauth/token
    EOT
  }
}
