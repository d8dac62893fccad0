module "erp" {
  source      = "../../modules/erp"
  environment = "prod"
  secret_name = "prod/erp/oauth"
}
