module "image" {
  source        = "./modules/image-lookup"
  client_id     = var.contabo.client_id
  client_secret = var.contabo.client_secret
  api_user      = var.contabo.user
  api_password  = var.contabo.password
  image         = "ubuntu-24.04"
}

resource "contabo_instance" "node" {
  count        = 2
  display_name = "node-${count.index}"
  image_id     = module.image.image_id
  product_id   = "V45"
  region       = "EU"
}

variable "contabo" {
  type = object({
    client_id     = string
    client_secret = string
    user          = string
    password      = string
  })
  sensitive = true
}
