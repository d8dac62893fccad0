module "network" {
  source         = "./modules/network"
  name           = local.name
  location       = var.location
  resource_group = azurerm_resource_group.this.name
}

module "cluster" {
  source         = "./modules/cluster"
  name           = local.name
  location       = var.location
  resource_group = azurerm_resource_group.this.name
  subnet_id      = module.network.subnet_ids["aks"]
}

module "identity" {
  for_each       = var.workloads
  source         = "./modules/identity"
  name           = "${local.name}-${each.key}"
  location       = var.location
  resource_group = azurerm_resource_group.this.name
  issuer_url     = module.cluster.oidc_issuer_url
  subject        = "system:serviceaccount:${each.value.namespace}:${each.value.service_account}"
}

locals {
  name = "rook-${var.environment}"
}

resource "azurerm_resource_group" "this" {
  name     = "rg-${local.name}"
  location = var.location
}
