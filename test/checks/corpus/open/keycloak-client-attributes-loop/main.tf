locals {
  clients = {
    portal = { redirect = "https://portal.harbor-line.example/*", access_token_lifespan = 300 }
    kiosk  = { redirect = "https://kiosk.harbor-line.example/*", access_token_lifespan = 900 }
  }
}

resource "keycloak_realm" "harbor" {
  realm        = "harbor"
  enabled      = true
  display_name = "Harbor Line"
}

resource "keycloak_openid_client" "this" {
  for_each            = local.clients
  realm_id            = keycloak_realm.harbor.id
  client_id           = each.key
  access_type         = "PUBLIC"
  valid_redirect_uris = [each.value.redirect]
}

# The provider has no argument for the per-client lifespan, so it is set through the admin API.
resource "null_resource" "lifespan" {
  for_each = keycloak_openid_client.this

  triggers = {
    client   = each.value.id
    lifespan = local.clients[each.key].access_token_lifespan
  }

  provisioner "local-exec" {
    interpreter = ["/bin/bash", "-c"]
    command     = <<-EOT
      set -euo pipefail
      KC="${var.keycloak_url}"
      KC_USER="${var.admin_user}"
      KC_PASS="${var.admin_password}"

      TOKEN=$(curl -sk "$KC/realms/master/protocol/openid-connect/token" \
        -H "Content-Type: application/x-www-form-urlencoded" \
        -d "client_id=admin-cli" \
        -d "username=$KC_USER" \
        -d "password=$KC_PASS" \
        -d "grant_type=password" | jq -r '.access_token')

      if [ -z "$TOKEN" ] || [ "$TOKEN" = "null" ]; then
        echo "no admin token from $KC" >&2
        exit 1
      fi

      curl -sk --fail -X PUT "$KC/admin/realms/${keycloak_realm.harbor.realm}/clients/${each.value.id}" \
        -H "Authorization: Bearer $TOKEN" \
        -H "Content-Type: application/json" \
        -d '{"attributes": {"access.token.lifespan": "${local.clients[each.key].access_token_lifespan}"}}'
    EOT
  }
}
