provider "vault" {
  address = "https://vault.orchid.example"
  auth_login {
    path = "auth/approle/login"
    parameters = {
      role_id   = var.role_id
      secret_id = var.secret_id
    }
  }
}

resource "vault_jwt_auth_backend" "oidc" {
  path               = "oidc"
  type               = "oidc"
  oidc_discovery_url = "https://sso.orchid.example/realms/staff"
  oidc_client_id     = "vault"
  oidc_client_secret = var.oidc_client_secret
  default_role       = "reader"
}

resource "vault_jwt_auth_backend_role" "reader" {
  backend               = vault_jwt_auth_backend.oidc.path
  role_name             = "reader"
  user_claim            = "email"
  role_type             = "oidc"
  allowed_redirect_uris = ["https://vault.orchid.example/ui/vault/auth/oidc/oidc/callback", "http://localhost:8250/oidc/callback"]
  token_policies        = ["reader"]
}

resource "vault_auth_backend" "kubernetes" {
  type = "kubernetes"
}

resource "vault_kubernetes_auth_backend_config" "this" {
  backend            = vault_auth_backend.kubernetes.path
  kubernetes_host    = "https://10.96.0.1:443"
  token_reviewer_jwt = var.reviewer_jwt
}

resource "null_resource" "snapshot_agent" {
  provisioner "local-exec" {
    command = <<-EOT
      VAULT_TOKEN=$(curl -s --request POST \
        --data "{\"role_id\": \"$ROLE_ID\", \"secret_id\": \"$SECRET_ID\"}" \
        https://vault.orchid.example/v1/auth/approle/login | jq -r .auth.client_token)
      curl -s -H "X-Vault-Token: $VAULT_TOKEN" -X POST \
        -d '{"interval": "24h", "path_prefix": "/snapshots", "storage_type": "local", "local_max_space": 10000000}' \
        https://vault.orchid.example/v1/sys/storage/raft/snapshot-auto/config/daily
    EOT
    environment = {
      ROLE_ID   = var.role_id
      SECRET_ID = var.secret_id
    }
  }
}
