terraform {
  required_providers {
    restapi = {
      source  = "Mastercard/restapi"
      version = "~> 2.0"
    }
  }
}

provider "restapi" {
  uri                  = "https://graph.microsoft.com/beta/"
  write_returns_object = true
  create_method        = "PUT"
  update_method        = "PATCH"
  destroy_method       = "DELETE"

  oauth_client_credentials = {
    oauth_client_id      = var.client_id
    oauth_client_secret  = var.client_secret
    oauth_token_endpoint = "https://login.microsoftonline.com/${var.tenant_id}/oauth2/v2.0/token"
    oauth_scopes         = ["https://graph.microsoft.com/.default"]
    endpoint_params      = { grant_type = "client_credentials" }
  }

  headers = {
    "Content-Type" = "application/json"
  }
}

resource "restapi_object" "named_location" {
  path = "identity/conditionalAccess/namedLocations"
  data = jsonencode({
    "@odata.type" = "#microsoft.graph.ipNamedLocation"
    displayName   = "Offices"
    isTrusted     = true
    ipRanges = [for cidr in var.offices : {
      "@odata.type" = "#microsoft.graph.iPv4CidrRange"
      cidrAddress   = cidr
    }]
  })
}

resource "restapi_object" "token_policy" {
  path = "policies/tokenLifetimePolicies"
  data = jsonencode({
    displayName           = "short access tokens"
    definition            = ["{\"TokenLifetimePolicy\":{\"Version\":1,\"AccessTokenLifetime\":\"00:30:00\"}}"]
    isOrganizationDefault = false
  })
}
