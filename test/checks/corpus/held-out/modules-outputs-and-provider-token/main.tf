module "sso" {
  source        = "./modules/sso-token"
  issuer        = "https://sso.waxwing.example/realms/infra"
  client_id     = "harbor-terraform"
  client_secret = data.vault_generic_secret.sso.data["client_secret"]
}

data "vault_generic_secret" "sso" {
  path = "kv/infra/harbor"
}

provider "harbor" {
  url          = "https://harbor.waxwing.example"
  bearer_token = module.sso.access_token
}

resource "harbor_project" "apps" {
  name                   = "apps"
  public                 = false
  vulnerability_scanning = true
}
