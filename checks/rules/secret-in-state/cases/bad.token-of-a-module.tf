module "login" {
  source  = "acme/login/saas"
  version = "~> 2.0"
}

resource "restful_resource" "team" {
  path   = "/v1/teams"
  body   = { name = "orders" }
  header = { Authorization = "Bearer ${module.login.access_token}" }
}
