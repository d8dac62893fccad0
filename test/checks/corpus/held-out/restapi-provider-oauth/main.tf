terraform {
  required_providers {
    restapi = {
      source  = "Mastercard/restapi"
      version = "~> 1.20"
    }
  }
}

variable "client_id" {
  type = string
}

variable "client_secret" {
  type      = string
  sensitive = true
}

provider "restapi" {
  uri                  = "https://api.partners.example/v2"
  write_returns_object = true

  oauth_client_credentials {
    oauth_client_id      = var.client_id
    oauth_client_secret  = var.client_secret
    oauth_token_endpoint = "https://auth.partners.example/oauth2/token"
    oauth_scopes         = ["partners:write"]
  }

  headers = {
    "Content-Type" = "application/json"
  }
}

resource "restapi_object" "partner" {
  for_each = var.partners

  path = "/partners"
  data = jsonencode({
    name   = each.key
    region = each.value.region
  })
}

variable "partners" {
  type = map(object({ region = string }))
}
