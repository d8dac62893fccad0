terraform {
  required_version = ">= 1.5"
  required_providers {
    keycloak = {
      source  = "keycloak/keycloak"
      version = "~> 5.0"
    }
    restapi = {
      source  = "Mastercard/restapi"
      version = "~> 1.20"
    }
  }
}

provider "keycloak" {
  client_id     = "terraform"
  client_secret = "Zk4vN8rTq1WbX7sLd0PyHf3M"
  url           = "https://sso.tidewater.example"
}

provider "restapi" {
  alias                = "billing"
  uri                  = "https://billing.tidewater.example/v3"
  write_returns_object = true

  oauth_client_credentials {
    oauth_client_id      = "tf-billing"
    oauth_client_secret  = "8e2b6b0c-0b1f-4f0e-9d29-1f5c2d7a9e11"
    oauth_token_endpoint = "https://sso.tidewater.example/realms/tide/protocol/openid-connect/token"
    oauth_scopes         = ["billing"]
  }
}
