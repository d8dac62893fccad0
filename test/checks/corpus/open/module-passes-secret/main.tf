module "token" {
  source = "./modules/token"

  token_url     = "https://auth.shop.example/connect/token"
  client_id     = "terraform"
  client_secret = var.identity_secret
}

variable "identity_secret" {
  type = string
}

output "api_token" {
  value = module.token.access_token
}
