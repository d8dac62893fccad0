data "external" "illumio" {
  program = ["python3", "${path.module}/lib/login.py"]

  query = {
    host          = var.pce_host
    client_id     = var.pce_client_id
    client_secret = var.pce_client_secret
  }
}

module "labels" {
  source = "./labels"
  token  = data.external.illumio.result.access_token
  host   = var.pce_host
}

variable "pce_host" {
  type = string
}

variable "pce_client_id" {
  type = string
}

variable "pce_client_secret" {
  type      = string
  sensitive = true
}
