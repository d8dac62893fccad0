variable "oidc" {
  type = string
}

variable "oidc_client" {
  type = string
}

module "gateway" {
  source        = "shop/gateway/aws"
  version       = "~> 3.0"
  client_id     = var.oidc_client
  client_secret = var.oidc
}
