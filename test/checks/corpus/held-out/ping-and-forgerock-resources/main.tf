provider "pingone" {
  client_id      = var.pingone_client_id
  client_secret  = var.pingone_client_secret
  environment_id = var.pingone_environment_id
  region_code    = "EU"
}

resource "pingone_environment" "dev" {
  name       = "dev"
  type       = "SANDBOX"
  license_id = var.license_id
  services = [
    { type = "SSO" },
    { type = "MFA" },
  ]
}

resource "pingone_application" "worker" {
  environment_id = pingone_environment.dev.id
  name           = "worker"
  enabled        = true

  oidc_options = {
    type                       = "WORKER"
    grant_types                = ["CLIENT_CREDENTIALS"]
    token_endpoint_auth_method = "CLIENT_SECRET_BASIC"
  }
}

resource "pingone_application_secret" "worker" {
  environment_id = pingone_environment.dev.id
  application_id = pingone_application.worker.id
}

resource "vault_kv_secret_v2" "worker" {
  mount = "identity"
  name  = "pingone/worker"
  data_json = jsonencode({
    client_id     = pingone_application.worker.oidc_options.client_id
    client_secret = pingone_application_secret.worker.secret
  })
}

resource "pingfederate_oauth_client" "legacy" {
  client_id   = "legacy"
  name        = "legacy"
  grant_types = ["CLIENT_CREDENTIALS", "REFRESH_TOKEN"]
  client_auth = {
    type   = "SECRET"
    secret = var.legacy_client_secret
  }
}

resource "pingfederate_oauth_access_token_manager" "jwt" {
  manager_id = "jwt"
  name       = "jwt"
  plugin_descriptor_ref = {
    id = "com.pingidentity.pf.access.token.management.plugins.JwtBearerAccessTokenManagementPlugin"
  }
}

output "worker_client_id" {
  value = pingone_application.worker.oidc_options.client_id
}
