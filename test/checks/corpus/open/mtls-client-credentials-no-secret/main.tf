resource "terraform_data" "open_banking" {
  triggers_replace = [filesha256("${path.module}/consents.json")]

  provisioner "local-exec" {
    interpreter = ["bash", "-euo", "pipefail", "-c"]
    command     = <<-EOT
      token=$(curl -q -fsS --cert "$CERT" --key "$KEY" --data grant_type=client_credentials --data scope=accounts --data client_id=${var.client_id} https://mtls.sso.halyard.example/as/token.oauth2 | jq -er .access_token)
      curl -q -fsS --cert "$CERT" --key "$KEY" --config <(printf 'header = "Authorization: Bearer %s"' "$token") --json @consents.json https://mtls.api.halyard.example/consents
    EOT
    working_dir = path.module
    environment = {
      CERT = "/etc/pki/halyard/client.pem"
      KEY  = "/etc/pki/halyard/client.key"
    }
  }
}

variable "client_id" {
  type    = string
  default = "halyard-tf"
}
