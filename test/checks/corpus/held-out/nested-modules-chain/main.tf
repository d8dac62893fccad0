module "platform" {
  source = "./modules/platform"

  oauth = {
    url    = "https://sso.chain.test/oauth2/token"
    id     = var.oauth_id
    secret = var.oauth_secret
  }
}

variable "oauth_id" {
  type = string
}

variable "oauth_secret" {
  type      = string
  sensitive = true
}

output "bearer" {
  value     = module.platform.bearer
  sensitive = true
}
