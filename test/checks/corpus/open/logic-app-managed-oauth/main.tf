resource "azurerm_logic_app_workflow" "notify" {
  name                = "logic-notify"
  location            = var.location
  resource_group_name = var.rg

  identity {
    type = "SystemAssigned"
  }

  parameters = {
    apiSecret = var.api_client_secret
  }

  workflow_parameters = {
    apiSecret = jsonencode({ type = "SecureString", defaultValue = "" })
  }
}

resource "azurerm_logic_app_trigger_recurrence" "hourly" {
  name         = "hourly"
  logic_app_id = azurerm_logic_app_workflow.notify.id
  frequency    = "Hour"
  interval     = 1
}

resource "azurerm_logic_app_action_custom" "call" {
  name         = "call_api"
  logic_app_id = azurerm_logic_app_workflow.notify.id

  body = jsonencode({
    type = "Http"
    inputs = {
      method  = "POST"
      uri     = "https://api.godwit.example/notifications"
      headers = { "Content-Type" = "application/json" }
      body    = { channel = "ops", text = "@{utcNow()}" }
      authentication = {
        type     = "ActiveDirectoryOAuth"
        tenant   = var.tenant_id
        audience = "api://notifications"
        clientId = var.api_client_id
        secret   = "@parameters('apiSecret')"
      }
    }
    runAfter = {}
  })
}

variable "location" {
  type = string
}

variable "rg" {
  type = string
}

variable "tenant_id" {
  type = string
}

variable "api_client_id" {
  type = string
}

variable "api_client_secret" {
  type      = string
  sensitive = true
}
