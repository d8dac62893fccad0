resource "azurerm_resource_group" "main" {
  name     = var.name
  location = var.location
}

resource "azurerm_kubernetes_cluster" "main" {
  name                = var.name
  resource_group_name = azurerm_resource_group.main.name
  location            = azurerm_resource_group.main.location
  dns_prefix          = var.name

  default_node_pool {
    name       = "default"
    node_count = 3
    vm_size    = "Standard_D2s_v5"
  }

  identity {
    type = "SystemAssigned"
  }

  depends_on = [data.http.register]
}

variable "name" {
  type = string
}

variable "location" {
  type    = string
  default = "uksouth"
}
