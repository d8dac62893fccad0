module "orders" {
  source        = "./modules/service-registration"
  service       = "orders"
  client_secret = var.registration_secret
}

module "billing" {
  source        = "./modules/service-registration"
  service       = "billing"
  idp_url       = "https://idp.larder.example"
  client_secret = var.registration_secret
}

variable "registration_secret" {
  type      = string
  sensitive = true
}
