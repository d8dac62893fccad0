module "login" {
  source  = "acme/login/saas"
  version = "~> 2.0"
}

resource "restful_resource" "team" {
  path   = "/v1/teams"
  body   = { name = "orders", token_lifetime = module.login.access_token_lifetime }
  header = { X-Tenant = module.login.tenant }
}
