provider "restful" {
  base_url = "https://management.azure.com"

  security = {
    oauth2 = {
      client_credentials = {
        token_url     = "https://login.microsoftonline.com/${var.tenant_id}/oauth2/v2.0/token"
        client_id     = var.client_id
        client_secret = var.client_secret
        scopes        = ["https://management.azure.com/.default"]
      }
    }
  }
}

resource "restful_resource" "rg" {
  path = "/subscriptions/${var.subscription_id}/resourceGroups/demo"
  query = {
    api-version = ["2023-07-01"]
  }
  create_method = "PUT"
  body = {
    location = "westeurope"
  }
}

variable "tenant_id" {
  type = string
}

variable "subscription_id" {
  type = string
}

variable "client_id" {
  type = string
}

variable "client_secret" {
  type      = string
  sensitive = true
}
