resource "null_resource" "smoke" {
  provisioner "local-exec" {
    command = "curl -sf https://sso.acme.example/realms/shop/protocol/openid-connect/certs -o /dev/null && curl -sfL https://sso.acme.example/realms/shop/account -o /dev/null"
  }
}

resource "keycloak_openid_client_default_scopes" "shop" {
  realm_id       = "shop"
  client_id      = keycloak_openid_client.shop.id
  default_scopes = ["profile", "email", "roles"]
}

resource "keycloak_openid_client" "shop" {
  realm_id    = "shop"
  client_id   = "shop"
  access_type = "PUBLIC"
}
