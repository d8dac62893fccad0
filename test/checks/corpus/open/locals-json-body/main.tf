locals {
  issuer = "https://identity.logistics.example"

  token_request = {
    grant_type    = "client_credentials"
    client_id     = var.client_id
    client_secret = var.client_secret
    audience      = "urn:logistics"
  }

  token_body = jsonencode(local.token_request)
}

resource "null_resource" "login" {
  provisioner "local-exec" {
    command = "curl -X POST $${TOKEN_URL} -H \"Content-Type: application/json\" -d '${local.token_body}' -o token.json -s -f"

    environment = {
      TOKEN_URL = "${local.issuer}/connect/token"
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
