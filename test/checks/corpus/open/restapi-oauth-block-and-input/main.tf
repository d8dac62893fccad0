terraform {
  required_providers {
    restapi = { source = "Mastercard/restapi" }
  }
}
provider "restapi" {
  uri = "https://api.example.com"
  oauth_client_credentials {
    oauth_client_id      = "my-client"
    oauth_client_secret  = "8f7d6a5b4c3e2f1a"
    oauth_token_endpoint = "http://idp.corp.example/oauth/token"
    oauth_scopes         = ["read"]
  }
}
resource "terraform_data" "login" {
  input = {
    secret = var.okta_secret
  }
  provisioner "local-exec" {
    command = <<EOT
export TOKEN=$(curl -sS --fail -u ${var.okta_id}:${self.input.secret} -d "grant_type=client_credentials&scope=api read" https://dev-123.okta.com/oauth2/default/v1/token | jq -r '.access_token')
curl -H "Authorization: Bearer $TOKEN" https://api.example.com/things -d @things.json
EOT
  }
  provisioner "local-exec" {
    when    = destroy
    command = "./revoke.sh"
    environment = { S = self.input.secret }
  }
}
variable "okta_id" {}
variable "okta_secret" {}
