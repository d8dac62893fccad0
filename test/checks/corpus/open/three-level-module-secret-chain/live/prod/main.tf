module "platform" {
  source = "../../modules/platform"

  environment    = "prod"
  idp_secret     = var.idp_secret
  idp_client_id  = "platform-prod"
  idp_token_path = "/as/token.oauth2"
}

variable "idp_secret" {
  type      = string
  sensitive = true
}
