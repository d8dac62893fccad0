variable "name" {
  type = string
}

variable "location" {
  type = string
}

variable "resource_group" {
  type = string
}

variable "issuer_url" {
  type = string
}

variable "subject" {
  type = string
}

resource "azurerm_user_assigned_identity" "this" {
  name                = "id-${var.name}"
  location            = var.location
  resource_group_name = var.resource_group
}

resource "azurerm_federated_identity_credential" "this" {
  name                = var.name
  resource_group_name = var.resource_group
  parent_id           = azurerm_user_assigned_identity.this.id
  issuer              = var.issuer_url
  subject             = var.subject
  audience            = ["api://AzureADTokenExchange"]
}

output "client_id" {
  value = azurerm_user_assigned_identity.this.client_id
}
