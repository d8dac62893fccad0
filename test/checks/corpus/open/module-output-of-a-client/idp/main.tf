resource "keycloak_openid_client" "c" {
  realm_id  = "acme"
  client_id = "ci"
}
output "client" {
  sensitive = true
  value = {
    client_id     = keycloak_openid_client.c.client_id
    client_secret = keycloak_openid_client.c.client_secret
  }
}
