variable "client_secret" {
  type      = string
  sensitive = true
}

resource "null_resource" "token" {
  provisioner "local-exec" {
    environment = { CLIENT_SECRET = var.client_secret }
    command = <<-EOT
      curl --silent --fail --output /dev/null --config - <<EOF
      url = "https://login.example.com/oauth/token"
      data = "grant_type=client_credentials"
      data-urlencode = "client_secret=$CLIENT_SECRET"
      EOF
    EOT
  }
}
