resource "terraform_data" "airbyte_token" {
  provisioner "local-exec" {
    interpreter = ["/bin/bash", "-euo", "pipefail", "-c"]
    command     = <<-EOT
      jq -cn '{client_id: env.ID, client_secret: env.SECRET, "grant-type": "client_credentials"}' |
        curl -q -sS --fail -X POST -H 'content-type: application/json' -H 'accept: application/json' --data-binary @- -o .airbyte-token https://airbyte.data.test/api/v1/applications/token
    EOT
    environment = {
      ID     = var.airbyte_client_id
      SECRET = var.airbyte_client_secret
    }
  }
}

variable "airbyte_client_id" {
  type = string
}

variable "airbyte_client_secret" {
  type      = string
  sensitive = true
}
