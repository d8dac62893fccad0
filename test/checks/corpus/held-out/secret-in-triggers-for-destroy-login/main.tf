resource "null_resource" "dns_delegation" {
  triggers = {
    zone          = var.zone
    client_id     = var.client_id
    client_secret = var.client_secret
    token_url     = "https://sso.${var.base_domain}/oauth2/token"
  }

  provisioner "local-exec" {
    command     = "./delegate.sh create"
    working_dir = path.module
    environment = self.triggers
  }

  provisioner "local-exec" {
    when        = destroy
    command     = "./delegate.sh delete"
    working_dir = path.module
    environment = {
      zone          = self.triggers.zone
      client_id     = self.triggers.client_id
      client_secret = self.triggers.client_secret
      token_url     = self.triggers.token_url
    }
  }
}

variable "zone" {
  type = string
}

variable "base_domain" {
  type    = string
  default = "zephyrine.example"
}

variable "client_id" {
  type = string
}

variable "client_secret" {
  type      = string
  sensitive = true
}
