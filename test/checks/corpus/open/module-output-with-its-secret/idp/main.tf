resource "keycloak_openid_client" "c" {
  realm_id  = "acme"
  client_id = "ci"
}
output "client" {
  sensitive = true
  value     = keycloak_openid_client.c
}
