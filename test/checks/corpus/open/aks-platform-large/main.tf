terraform {
  required_providers {
    azurerm = {
      source  = "hashicorp/azurerm"
      version = "~> 3.110"
    }
  }
}

provider "azurerm" {
  features {
    key_vault {
      purge_soft_delete_on_destroy = false
    }
  }
}

data "azurerm_client_config" "current" {}

locals {
  location = "westeurope"
  prefix   = "plat"
  tags     = { owner = "platform" }
}

resource "azurerm_resource_group" "this" {
  name     = "${local.prefix}-rg"
  location = local.location
  tags     = local.tags
}

resource "azurerm_log_analytics_workspace" "this" {
  name                = "${local.prefix}-logs"
  location            = local.location
  resource_group_name = azurerm_resource_group.this.name
  sku                 = "PerGB2018"
  retention_in_days   = 30
}

resource "azurerm_kubernetes_cluster" "this" {
  name                              = "${local.prefix}-aks"
  location                          = local.location
  resource_group_name               = azurerm_resource_group.this.name
  dns_prefix                        = local.prefix
  oidc_issuer_enabled               = true
  workload_identity_enabled         = true
  role_based_access_control_enabled = true

  default_node_pool {
    name       = "system"
    vm_size    = "Standard_D4s_v5"
    node_count = 3
  }

  identity {
    type = "SystemAssigned"
  }

  oms_agent {
    log_analytics_workspace_id = azurerm_log_analytics_workspace.this.id
  }

  key_vault_secrets_provider {
    secret_rotation_enabled = true
  }
}

resource "azurerm_key_vault" "this" {
  name                      = "${local.prefix}-kv"
  location                  = local.location
  resource_group_name       = azurerm_resource_group.this.name
  tenant_id                 = data.azurerm_client_config.current.tenant_id
  sku_name                  = "standard"
  enable_rbac_authorization = true
}

resource "azurerm_user_assigned_identity" "eso" {
  name                = "${local.prefix}-eso"
  location            = local.location
  resource_group_name = azurerm_resource_group.this.name
}

resource "azurerm_federated_identity_credential" "eso" {
  name                = "eso"
  resource_group_name = azurerm_resource_group.this.name
  parent_id           = azurerm_user_assigned_identity.eso.id
  issuer              = azurerm_kubernetes_cluster.this.oidc_issuer_url
  audience            = ["api://AzureADTokenExchange"]
  subject             = "system:serviceaccount:external-secrets:external-secrets"
}

resource "azurerm_role_assignment" "eso" {
  scope                = azurerm_key_vault.this.id
  role_definition_name = "Key Vault Secrets User"
  principal_id         = azurerm_user_assigned_identity.eso.principal_id
}

resource "azurerm_api_management" "this" {
  name                = "${local.prefix}-apim"
  location            = local.location
  resource_group_name = azurerm_resource_group.this.name
  publisher_name      = "Acme"
  publisher_email     = "platform@acme.example"
  sku_name            = "Developer_1"
}

resource "azurerm_api_management_authorization_server" "entra" {
  name                         = "entra"
  api_management_name          = azurerm_api_management.this.name
  resource_group_name          = azurerm_resource_group.this.name
  display_name                 = "Entra ID"
  authorization_endpoint       = "https://login.microsoftonline.com/${data.azurerm_client_config.current.tenant_id}/oauth2/v2.0/authorize"
  token_endpoint               = "https://login.microsoftonline.com/${data.azurerm_client_config.current.tenant_id}/oauth2/v2.0/token"
  client_registration_endpoint = "http://localhost"
  client_id                    = var.portal_client_id
  client_secret                = var.portal_client_secret
  grant_types                  = ["authorizationCode"]
  authorization_methods        = ["GET", "POST"]
  client_authentication_method = ["Body"]
  bearer_token_sending_methods = ["authorizationHeader"]
}

variable "portal_client_id" {
  type = string
}

variable "portal_client_secret" {
  type      = string
  sensitive = true
}

output "issuer" {
  value = azurerm_kubernetes_cluster.this.oidc_issuer_url
}
