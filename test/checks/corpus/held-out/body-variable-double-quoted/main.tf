resource "null_resource" "mulesoft_api" {
  triggers = {
    raml = filesha256("${path.module}/api.raml")
  }

  provisioner "local-exec" {
    interpreter = ["/bin/bash", "-c"]
    environment = {
      IDP_SECRET = data.vault_generic_secret.idp.data["client_secret"]
    }
    command = <<-EOT
      set -euo pipefail
      BODY="grant_type=client_credentials&client_id=${var.idp_client_id}&client_secret=$IDP_SECRET&scope=exchange.write"
      HTTP_CODE=$(curl -s -o response.json -w '%%{http_code}' -X POST -d "$BODY" "${local.token_url}")
      if [ "$HTTP_CODE" -ne 200 ]; then
        echo "token endpoint said $HTTP_CODE" >&2
        exit 1
      fi
      ACCESS_TOKEN=$(jq -r .access_token response.json)
      curl -sf -H "Authorization: Bearer $ACCESS_TOKEN" -F "files.raml=@${path.module}/api.raml" "https://exchange.ironwood.example/api/v2/assets"
    EOT
  }
}

data "vault_generic_secret" "idp" {
  path = "secret/idp/exchange"
}

locals {
  token_url = "https://${var.idp_host}/am/oauth2/realms/root/access_token"
}

variable "idp_host" {
  type    = string
  default = "idp.ironwood.example"
}

variable "idp_client_id" {
  type = string
}
