provider "auth0" {
  domain = var.auth0_domain
}

resource "auth0_client" "m2m" {
  name        = "billing-worker"
  app_type    = "non_interactive"
  grant_types = ["client_credentials"]

  jwt_configuration {
    alg                 = "RS256"
    lifetime_in_seconds = 3600
  }
}

resource "auth0_client_credentials" "m2m" {
  client_id             = auth0_client.m2m.id
  authentication_method = "client_secret_post"
}

resource "auth0_resource_server" "billing" {
  name           = "billing"
  identifier     = "https://billing.acme.example"
  token_lifetime = 3600
}

resource "auth0_client_grant" "m2m" {
  client_id = auth0_client.m2m.id
  audience  = auth0_resource_server.billing.identifier
  scopes    = ["invoices:read"]
}

resource "auth0_action" "enrich" {
  name    = "enrich"
  runtime = "node18"
  deploy  = true
  code    = <<-JS
    exports.onExecuteCredentialsExchange = async (event, api) => {
      api.accessToken.setCustomClaim("client", event.client.name);
    };
  JS

  supported_triggers {
    id      = "credentials-exchange"
    version = "v2"
  }
}

variable "auth0_domain" {
  type = string
}

output "m2m_client_id" {
  value = auth0_client.m2m.client_id
}
