module "pim" {
  source        = "./modules/pim"
  tenant_id     = var.tenant_id
  client_id     = var.client_id
  client_secret = var.client_secret
  groups        = ["sg-platform-admins", "sg-data-owners"]
}
