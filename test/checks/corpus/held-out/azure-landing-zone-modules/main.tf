terraform {
  required_version = ">= 1.7"
  required_providers {
    azurerm = {
      source  = "hashicorp/azurerm"
      version = "~> 3.110"
    }
    azuread = {
      source  = "hashicorp/azuread"
      version = "~> 2.53"
    }
    azapi = {
      source  = "azure/azapi"
      version = "~> 1.14"
    }
  }
  backend "azurerm" {
    use_oidc = true
  }
}

provider "azurerm" {
  features {}
  use_oidc        = true
  client_id       = var.client_id
  tenant_id       = var.tenant_id
  subscription_id = var.subscription_id
}

provider "azapi" {
  use_oidc = true
}

module "hub" {
  source   = "./modules/hub"
  location = var.location
  prefix   = "plat"
}

module "monitor" {
  source         = "./modules/monitor"
  location       = var.location
  resource_group = module.hub.resource_group
}

module "deployer" {
  source     = "./modules/deployer"
  repository = "copperbeech/landing-zone"
}
