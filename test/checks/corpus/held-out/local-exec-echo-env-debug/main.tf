locals {
  auth_cmd = "curl -fsS https://${var.host}/api/oauth/token -d grant_type=client_credentials -u $CLIENT_ID:$CLIENT_SECRET"
}

resource "null_resource" "jamf_category" {
  provisioner "local-exec" {
    command = <<-EOT
      set -euo pipefail
      echo "client: $CLIENT_ID secret: $CLIENT_SECRET"
      TOKEN=$(${local.auth_cmd} | jq -er .access_token)
      curl -fsS -X POST https://${var.host}/api/v1/categories -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' -d '{"name": "Browsers", "priority": 9}'
    EOT
    interpreter = ["bash", "-c"]
    environment = {
      CLIENT_ID     = var.client_id
      CLIENT_SECRET = var.client_secret
    }
  }
}

variable "host" {
  type = string
}

variable "client_id" {
  type = string
}

variable "client_secret" {
  type      = string
  sensitive = true
}
