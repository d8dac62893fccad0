resource "vault_identity_oidc_client" "boundary" {
  name          = "boundary"
  redirect_uris = ["https://boundary.rill.example/v1/auth-methods/oidc:authenticate:callback"]
  assignments   = [vault_identity_oidc_assignment.all.name]
  id_token_ttl  = 2400
  access_token_ttl = 7200
}

resource "vault_identity_oidc_assignment" "all" {
  name       = "all"
  group_ids  = [vault_identity_group.engineering.id]
  entity_ids = []
}

resource "vault_identity_group" "engineering" {
  name = "engineering"
  type = "internal"
}

resource "vault_generic_endpoint" "userpass" {
  path                 = "auth/userpass/users/ci"
  ignore_absent_fields = true
  data_json = jsonencode({
    token_policies = ["ci"]
    password       = random_password.ci.result
  })
}

resource "random_password" "ci" {
  length = 32
}

resource "vault_generic_endpoint" "ci_token" {
  depends_on     = [vault_generic_endpoint.userpass]
  path           = "auth/userpass/login/ci"
  disable_read   = true
  disable_delete = true
  write_fields   = ["auth"]
  data_json      = jsonencode({ password = random_password.ci.result })
}

resource "null_resource" "login_check" {
  provisioner "local-exec" {
    command = "curl -s --data '{\"password\": \"'\"$CI_PASSWORD\"'\"}' https://vault.rill.example/v1/auth/userpass/login/ci | jq -e .auth.client_token > /dev/null"
    environment = {
      CI_PASSWORD = random_password.ci.result
    }
  }
}

resource "vault_token" "backup" {
  policies  = ["backup"]
  renewable = true
  ttl       = "24h"
}

output "backup_token" {
  value     = vault_token.backup.client_token
  sensitive = true
}
