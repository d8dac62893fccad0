resource "azurerm_servicebus_namespace" "main" {
  name                = "sb-${var.name}"
  location            = var.location
  resource_group_name = var.rg
  sku                 = "Premium"
  capacity            = 1
  local_auth_enabled  = false
}

resource "azurerm_servicebus_topic" "events" {
  for_each     = toset(["orders", "payments", "tokens"])
  name         = each.key
  namespace_id = azurerm_servicebus_namespace.main.id
}

resource "azurerm_servicebus_subscription" "billing" {
  name               = "billing"
  topic_id           = azurerm_servicebus_topic.events["payments"].id
  max_delivery_count = 10
}

resource "azurerm_cosmosdb_account" "main" {
  name                = "cosmos-${var.name}"
  location            = var.location
  resource_group_name = var.rg
  offer_type          = "Standard"
  kind                = "GlobalDocumentDB"

  consistency_policy {
    consistency_level = "Session"
  }

  geo_location {
    location          = var.location
    failover_priority = 0
  }
}

resource "azurerm_cosmosdb_sql_container" "sessions" {
  name                = "sessions"
  resource_group_name = var.rg
  account_name        = azurerm_cosmosdb_account.main.name
  database_name       = azurerm_cosmosdb_sql_database.main.name
  partition_key_paths = ["/client_id"]
  default_ttl         = 3600
}

resource "azurerm_cosmosdb_sql_database" "main" {
  name                = "main"
  resource_group_name = var.rg
  account_name        = azurerm_cosmosdb_account.main.name
}

resource "azurerm_container_app" "sessions" {
  name                         = "sessions"
  container_app_environment_id = var.environment_id
  resource_group_name          = var.rg
  revision_mode                = "Single"

  secret {
    name  = "oauth-client-secret"
    value = var.oauth_client_secret
  }

  template {
    container {
      name   = "sessions"
      image  = "acr.azurecr.io/sessions:5"
      cpu    = 0.5
      memory = "1Gi"

      env {
        name        = "OAUTH_CLIENT_SECRET"
        secret_name = "oauth-client-secret"
      }

      env {
        name  = "OAUTH_TOKEN_ENDPOINT"
        value = "https://login.microsoftonline.com/${var.tenant_id}/oauth2/v2.0/token"
      }
    }
  }
}

output "cosmos_key" {
  value     = azurerm_cosmosdb_account.main.primary_key
  sensitive = true
}
