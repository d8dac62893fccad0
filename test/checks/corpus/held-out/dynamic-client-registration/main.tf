resource "null_resource" "register_client" {
  triggers = {
    name = var.client_name
  }

  provisioner "local-exec" {
    interpreter = ["/bin/bash", "-euo", "pipefail", "-c"]
    command     = <<-EOT
      curl -sS --fail -X POST "https://sso.acme.example/realms/apps/clients-registrations/openid-connect" \
        -H @/run/secrets/initial-access-header \
        -H 'Content-Type: application/json' \
        -d '{"client_name": "${var.client_name}", "grant_types": ["client_credentials"], "token_endpoint_auth_method": "private_key_jwt", "jwks_uri": "https://apps.acme.example/${var.client_name}/jwks"}' \
        -o "registration-${var.client_name}.json"
    EOT
  }
}

variable "client_name" {
  type = string
}
