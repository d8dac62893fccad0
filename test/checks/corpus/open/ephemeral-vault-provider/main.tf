terraform {
  required_version = ">= 1.10"
}

variable "client_id" {
  type = string
}

variable "client_secret" {
  type      = string
  sensitive = true
  ephemeral = true
}

ephemeral "local_command" "token" {
  command   = "${path.module}/token.sh"
  arguments = ["https://id.acme.example/oauth2/token"]
  stdin     = "grant_type=client_credentials&client_id=${urlencode(var.client_id)}&client_secret=${urlencode(var.client_secret)}"
}

provider "restapi" {
  uri = "https://api.acme.example"
  headers = {
    Authorization = "Bearer ${jsondecode(ephemeral.local_command.token.stdout).access_token}"
  }
}
