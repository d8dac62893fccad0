locals {
  client_secret = "hT7-kP2qVx9-zL4m"
}

resource "null_resource" "token" {
  provisioner "local-exec" {
    environment = { CLIENT_SECRET = local.client_secret }
    command = <<-EOT
      curl --silent --fail --output /dev/null --config - <<EOF
      url = "https://login.example.com/oauth/token"
      data = "grant_type=client_credentials"
      data-urlencode = "client_secret=$CLIENT_SECRET"
      EOF
    EOT
  }
}
