variable "location" {
  type = string
}

variable "prefix" {
  type = string
}

resource "azurerm_resource_group" "hub" {
  name     = "rg-${var.prefix}-hub"
  location = var.location
}

resource "azurerm_virtual_network" "hub" {
  name                = "vnet-${var.prefix}-hub"
  location            = var.location
  resource_group_name = azurerm_resource_group.hub.name
  address_space       = ["10.100.0.0/22"]
}

resource "azurerm_subnet" "firewall" {
  name                 = "AzureFirewallSubnet"
  resource_group_name  = azurerm_resource_group.hub.name
  virtual_network_name = azurerm_virtual_network.hub.name
  address_prefixes     = ["10.100.0.0/26"]
}

resource "azurerm_firewall_policy_rule_collection_group" "identity" {
  name               = "identity"
  firewall_policy_id = azurerm_firewall_policy.this.id
  priority           = 200

  application_rule_collection {
    name     = "identity"
    priority = 100
    action   = "Allow"

    rule {
      name              = "token-endpoints"
      source_addresses  = ["10.0.0.0/8"]
      destination_fqdns = ["login.microsoftonline.com", "*.login.microsoftonline.com", "sts.windows.net"]
      protocols {
        type = "Https"
        port = 443
      }
    }
  }
}

resource "azurerm_firewall_policy" "this" {
  name                = "afwp-${var.prefix}"
  resource_group_name = azurerm_resource_group.hub.name
  location            = var.location
}

output "resource_group" {
  value = azurerm_resource_group.hub.name
}
