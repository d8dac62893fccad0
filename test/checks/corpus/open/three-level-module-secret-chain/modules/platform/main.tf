variable "environment" {
  type = string
}

variable "idp_secret" {
  type        = string
  description = "handed down to the login module"
}

variable "idp_client_id" {
  type = string
}

variable "idp_token_path" {
  type = string
}

module "network" {
  source      = "../network"
  environment = var.environment
}

module "login" {
  source = "../login"

  token_url = "https://sso.${var.environment}.meadowgate.example${var.idp_token_path}"
  client_id = var.idp_client_id
  secret    = var.idp_secret
}
