data "azuread_client_config" "current" {}

resource "azuread_application" "api" {
  display_name     = "orders-api"
  owners           = [data.azuread_client_config.current.object_id]
  sign_in_audience = "AzureADMyOrg"

  api {
    requested_access_token_version = 2

    oauth2_permission_scope {
      admin_consent_description  = "Read orders"
      admin_consent_display_name = "orders.read"
      enabled                    = true
      id                         = random_uuid.scope.result
      type                       = "User"
      value                      = "orders.read"
    }
  }

  web {
    redirect_uris = ["https://orders.acme.example/oauth2/callback"]

    implicit_grant {
      access_token_issuance_enabled = false
    }
  }
}

resource "random_uuid" "scope" {}

resource "azuread_application_password" "api" {
  application_id = azuread_application.api.id
  end_date       = timeadd(plantimestamp(), "4320h")
}

resource "azurerm_key_vault_secret" "api" {
  name         = "orders-api-client-secret"
  value        = azuread_application_password.api.value
  key_vault_id = var.key_vault_id
}

resource "azurerm_linux_web_app" "api" {
  name                = "orders-api"
  resource_group_name = var.resource_group
  location            = "westeurope"
  service_plan_id     = var.plan_id

  site_config {}

  app_settings = {
    OAUTH_TOKEN_URL     = "https://login.microsoftonline.com/${data.azuread_client_config.current.tenant_id}/oauth2/v2.0/token"
    OAUTH_CLIENT_ID     = azuread_application.api.client_id
    OAUTH_CLIENT_SECRET = "@Microsoft.KeyVault(SecretUri=${azurerm_key_vault_secret.api.versionless_id})"
  }
}

variable "key_vault_id" {
  type = string
}

variable "resource_group" {
  type = string
}

variable "plan_id" {
  type = string
}
