resource "pingfederate_oauth_client" "worker" {
  client_id   = "worker"
  name        = "worker"
  grant_types = ["CLIENT_CREDENTIALS"]

  client_auth = {
    type                      = "PRIVATE_KEY_JWT"
    enforce_replay_prevention = true
  }

  jwks_settings = {
    jwks_url = "https://worker.acme.example/jwks"
  }
}

resource "pingfederate_oauth_access_token_manager" "jwt" {
  manager_id = "jwt"
  name       = "JWT"

  plugin_descriptor_ref = {
    id = "com.pingidentity.pf.access.token.management.plugins.JwtBearerAccessTokenManagementPlugin"
  }

  configuration = {
    fields = [
      { name = "Token Lifetime", value = "60" },
      { name = "JWS Algorithm", value = "RS256" },
    ]
  }

  attribute_contract = {
    extended_attributes = [{ name = "scope" }]
  }
}

output "token_endpoint" {
  value = "https://sso.acme.example/as/token.oauth2"
}
