module "web_auth" {
  source = "./modules/web-auth"

  okta_issuer    = "https://twite.okta.com/oauth2/default"
  okta_client_id = var.okta_client_id
  secret_arn     = var.okta_secret_arn
}

variable "okta_client_id" {
  type = string
}

variable "okta_secret_arn" {
  type = string
}

output "okta_client_id" {
  value = var.okta_client_id
}

output "token_endpoint" {
  value = module.web_auth.token_endpoint
}

output "secret_arn" {
  value = var.okta_secret_arn
}
