data "external" "token" {
  program = ["bash", "${path.module}/token.sh"]
  query = {
    endpoint = var.token_endpoint
    secret   = var.smartthings_client_secret
  }
}

module "devices" {
  source = "./devices"
  token  = data.external.token.result.token
}
