resource "terraform_data" "vault" {
  provisioner "local-exec" {
    command = "S=$(vault kv get -field=client_secret secret/app) && curl -sf -o /dev/null -d \"client_secret=$S\" -d grant_type=client_credentials https://idp.acme.example/oauth/token"
  }
}

resource "terraform_data" "read" {
  provisioner "local-exec" {
    command = "S=$(vault read -field=client_secret secret/app) && curl -sf -o /dev/null -d \"client_secret=$S\" -d grant_type=client_credentials https://idp.acme.example/oauth/token"
  }
}

resource "terraform_data" "aws" {
  provisioner "local-exec" {
    command = "S=$(aws secretsmanager get-secret-value --secret-id a --query SecretString --output text) && curl -sf -o /dev/null -d \"client_secret=$S\" -d grant_type=client_credentials https://idp.acme.example/oauth/token"
  }
}

resource "terraform_data" "helper" {
  provisioner "local-exec" {
    command = "S=$(acme-secrets get app) && curl -sf -o /dev/null -d \"client_secret=$S\" -d grant_type=client_credentials https://idp.acme.example/oauth/token"
  }
}
