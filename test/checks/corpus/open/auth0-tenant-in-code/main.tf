provider "auth0" {
  domain        = "driftwood.eu.auth0.com"
  client_id     = var.auth0_client_id
  client_secret = var.auth0_client_secret
}

resource "auth0_resource_server" "api" {
  name                 = "Driftwood API"
  identifier           = "https://api.driftwood.example"
  signing_alg          = "RS256"
  token_lifetime       = 7200
  allow_offline_access = false
}

resource "auth0_client" "worker" {
  name            = "worker"
  app_type        = "non_interactive"
  grant_types     = ["client_credentials"]
  oidc_conformant = true
  jwt_configuration {
    alg = "RS256"
  }
}

resource "auth0_client_grant" "worker" {
  client_id = auth0_client.worker.id
  audience  = auth0_resource_server.api.identifier
  scopes    = ["jobs:run"]
}

resource "auth0_action" "claims" {
  name    = "add claims"
  runtime = "node18"
  deploy  = true
  code    = <<-JS
    exports.onExecuteCredentialsExchange = async (event, api) => {
      api.accessToken.setCustomClaim("https://driftwood.example/team", event.client.metadata.team);
      console.log(JSON.stringify({ client_id: event.client.client_id, grant_type: event.transaction?.protocol }));
    };
  JS

  supported_triggers {
    id      = "credentials-exchange"
    version = "v2"
  }
}

resource "auth0_connection" "google" {
  name     = "google"
  strategy = "google-oauth2"
  options {
    client_id     = var.google_client_id
    client_secret = var.google_client_secret
    scopes        = ["email", "profile"]
  }
}

resource "auth0_log_stream" "datadog" {
  name = "datadog"
  type = "datadog"
  sink {
    datadog_region  = "eu"
    datadog_api_key = var.datadog_api_key
  }
}
