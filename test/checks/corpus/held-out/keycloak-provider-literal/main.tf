provider "keycloak" {
  client_id     = "terraform"
  client_secret = "1c9b8a64-0d52-4b7e-9a3f-6f2b1de40c77"
  url           = "https://sso.campus.test"
}

resource "keycloak_openid_client" "portal" {
  realm_id      = "campus"
  client_id     = "portal"
  access_type   = "CONFIDENTIAL"
  client_secret = "P0rtal-Cl1ent-2024-xyzzy"

  standard_flow_enabled = true
  valid_redirect_uris   = ["https://portal.campus.test/*"]
}

output "portal_client_secret" {
  value = keycloak_openid_client.portal.client_secret
}
