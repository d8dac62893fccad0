module "tenant_a" {
  source        = "./modules/tenant"
  name          = "a"
  client_id     = var.tenants["a"].client_id
  client_secret = var.tenants["a"].client_secret
}

module "tenant_b" {
  source        = "./modules/tenant"
  name          = "b"
  client_id     = var.tenants["b"].client_id
  client_secret = var.tenants["b"].client_secret
}

variable "tenants" {
  type = map(object({
    client_id     = string
    client_secret = string
  }))
}
