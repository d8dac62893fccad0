module "onboarding" {
  source = "./modules/onboarding"

  project_id         = "sable-river-prod"
  scanner_region     = var.scanner_region
  scanner_client_id  = var.scanner_client_id
  scanner_api_secret = var.scanner_api_secret
}
