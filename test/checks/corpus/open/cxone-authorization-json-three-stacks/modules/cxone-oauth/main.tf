locals {
  payload = jsonencode({
    grant_type    = "client_credentials"
    client_id     = var.client_id
    client_secret = var.client_secret
  })
}

resource "null_resource" "oauth" {
  triggers = {
    environment = var.environment
    payload     = local.payload
  }

  provisioner "local-exec" {
    command = "curl -X POST https://api.mypurecloud.com/api/v2/authorization/oauth2/token -H 'Content-Type: application/json' -d '${local.payload}'"
  }
}
