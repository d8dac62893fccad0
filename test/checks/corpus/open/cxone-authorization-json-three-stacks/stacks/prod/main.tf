module "cxone" {
  source        = "../../modules/cxone-oauth"
  environment   = "prod"
  client_id     = var.cxone_client_id
  client_secret = var.cxone_client_secret
}

variable "cxone_client_id" {
  type = string
}

variable "cxone_client_secret" {
  type = string
}
