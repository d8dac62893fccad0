terraform {
  required_providers {
    genesyscloud = {
      source  = "mypurecloud/genesyscloud"
      version = "~> 1.60"
    }
  }
}

provider "genesyscloud" {
  oauthclient_id     = var.genesys_client_id
  oauthclient_secret = var.genesys_client_secret
  aws_region         = "eu-central-1"
}

module "queues" {
  source = "../../modules/queues"
  names  = ["billing", "sales", "retention"]
}

module "flows" {
  source        = "../../modules/flows"
  login_host    = "login.mypurecloud.de"
  api_host      = "api.mypurecloud.de"
  client_id     = var.genesys_client_id
  client_secret = var.genesys_client_secret
  queues        = module.queues.ids
}

module "roles" {
  source = "../../modules/roles"
}
