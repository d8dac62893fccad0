resource "azurerm_resource_group" "app" {
  name     = "rg-claims-${var.environment}"
  location = "westeurope"
}

resource "azuread_application" "claims" {
  display_name     = "claims-${var.environment}"
  sign_in_audience = "AzureADMyOrg"

  web {
    redirect_uris = ["https://func-claims-${var.environment}.azurewebsites.net/.auth/login/aad/callback"]
    implicit_grant {
      id_token_issuance_enabled = true
    }
  }

  required_resource_access {
    resource_app_id = "00000003-0000-0000-c000-000000000000"
    resource_access {
      id   = "e1fe6dd8-ba31-4d61-89e7-88639da4683d"
      type = "Scope"
    }
  }
}

resource "azuread_application_password" "claims" {
  application_id = azuread_application.claims.id
  display_name   = "easy auth"
  end_date       = "2027-01-01T00:00:00Z"
}

resource "azurerm_key_vault_secret" "claims" {
  name         = "claims-client-secret"
  value        = azuread_application_password.claims.value
  key_vault_id = var.key_vault_id
}

resource "azurerm_linux_function_app" "claims" {
  name                       = "func-claims-${var.environment}"
  resource_group_name        = azurerm_resource_group.app.name
  location                   = azurerm_resource_group.app.location
  service_plan_id            = azurerm_service_plan.app.id
  storage_account_name       = azurerm_storage_account.app.name
  storage_account_access_key = azurerm_storage_account.app.primary_access_key

  site_config {
    application_stack {
      python_version = "3.11"
    }
  }

  app_settings = {
    MICROSOFT_PROVIDER_AUTHENTICATION_SECRET = "@Microsoft.KeyVault(SecretUri=${azurerm_key_vault_secret.claims.versionless_id})"
    TOKEN_URL                                = "https://login.microsoftonline.com/${var.tenant_id}/oauth2/v2.0/token"
  }

  auth_settings_v2 {
    auth_enabled           = true
    require_authentication = true
    unauthenticated_action = "RedirectToLoginPage"

    active_directory_v2 {
      client_id                  = azuread_application.claims.client_id
      tenant_auth_endpoint       = "https://login.microsoftonline.com/${var.tenant_id}/v2.0"
      client_secret_setting_name = "MICROSOFT_PROVIDER_AUTHENTICATION_SECRET"
    }

    login {
      token_store_enabled = true
    }
  }
}

resource "azurerm_service_plan" "app" {
  name                = "plan-claims"
  resource_group_name = azurerm_resource_group.app.name
  location            = azurerm_resource_group.app.location
  os_type             = "Linux"
  sku_name            = "EP1"
}

resource "azurerm_storage_account" "app" {
  name                     = "stclaims${var.environment}"
  resource_group_name      = azurerm_resource_group.app.name
  location                 = azurerm_resource_group.app.location
  account_tier             = "Standard"
  account_replication_type = "ZRS"
}

variable "environment" {
  type = string
}

variable "tenant_id" {
  type = string
}

variable "key_vault_id" {
  type = string
}
