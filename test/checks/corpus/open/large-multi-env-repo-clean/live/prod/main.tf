module "network" {
  source = "../../modules/network"
  cidr   = "10.80.0.0/16"
}

module "service" {
  for_each = {
    api    = { port = 8080, cpu = 512 }
    worker = { port = 8090, cpu = 256 }
  }
  source     = "../../modules/service"
  name       = each.key
  port       = each.value.port
  cpu        = each.value.cpu
  subnet_ids = module.network.private_subnet_ids
  oauth = {
    token_endpoint = "https://sso.osprey-air.example/oauth2/token"
    client_id      = "${each.key}-prod"
    secret_arn     = module.secrets.arns["${each.key}-oauth"]
  }
}

module "secrets" {
  source = "../../modules/secrets"
  names  = ["api-oauth", "worker-oauth"]
}

module "alerts" {
  source  = "../../modules/alerts"
  webhook = var.alert_webhook
}
