variable "location" {
  type = string
}

variable "resource_group" {
  type = string
}

resource "azurerm_log_analytics_workspace" "this" {
  name                = "log-platform"
  location            = var.location
  resource_group_name = var.resource_group
  sku                 = "PerGB2018"
  retention_in_days   = 90
}

resource "azurerm_monitor_scheduled_query_rules_alert_v2" "failed_signins" {
  name                 = "failed-service-principal-sign-ins"
  resource_group_name  = var.resource_group
  location             = var.location
  evaluation_frequency = "PT15M"
  window_duration      = "PT15M"
  scopes               = [azurerm_log_analytics_workspace.this.id]
  severity             = 2

  criteria {
    query                   = <<-KQL
      AADServicePrincipalSignInLogs
      | where ResultType == "7000215"
      | where ResultDescription has "Invalid client secret"
      | summarize count() by ServicePrincipalName, bin(TimeGenerated, 5m)
    KQL
    time_aggregation_method = "Count"
    threshold               = 5
    operator                = "GreaterThan"
  }
}
