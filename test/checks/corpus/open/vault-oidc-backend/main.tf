resource "vault_jwt_auth_backend" "oidc" {
  path               = "oidc"
  type               = "oidc"
  oidc_discovery_url = "https://sso.acme.example/realms/staff"
  oidc_client_id     = "vault"
  oidc_client_secret = var.oidc_client_secret
  default_role       = "reader"

  tune {
    default_lease_ttl = "1h"
    max_lease_ttl     = "8h"
    token_type        = "default-service"
  }
}

resource "vault_jwt_auth_backend_role" "reader" {
  backend               = vault_jwt_auth_backend.oidc.path
  role_name             = "reader"
  role_type             = "oidc"
  user_claim            = "email"
  groups_claim          = "groups"
  allowed_redirect_uris = ["https://vault.acme.example/ui/vault/auth/oidc/oidc/callback"]
  token_policies        = ["reader"]
}

variable "oidc_client_secret" {
  type      = string
  sensitive = true
}
