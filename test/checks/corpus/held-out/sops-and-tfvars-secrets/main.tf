data "sops_file" "secrets" {
  source_file = "${path.module}/secrets.enc.yaml"
}

module "oauth_clients" {
  source = "./modules/oauth-clients"

  clients = {
    for name in nonsensitive(toset(keys(yamldecode(data.sops_file.secrets.raw).clients))) :
    name => {
      secret = data.sops_file.secrets.data["clients.${name}.secret"]
    }
  }
}

module "mail" {
  source        = "./modules/mail"
  smtp_password = data.sops_file.secrets.data["smtp.password"]
}
