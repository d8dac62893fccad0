variable "oauth" {
  type = object({
    url    = string
    id     = string
    secret = string
  })
}

module "token" {
  source = "../token"
  url    = var.oauth.url
  body   = jsonencode({ grant_type = "client_credentials", client_id = var.oauth.id, client_secret = var.oauth.secret })
}

output "bearer" {
  value     = module.token.bearer
  sensitive = true
}
