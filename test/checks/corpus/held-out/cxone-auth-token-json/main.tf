locals {
  cxone_issuer = "https://cxone.niceincontact.com"
}

resource "null_resource" "cxone_login" {
  triggers = {
    basic = base64encode("${var.client_id}:${var.client_secret}")
  }

  provisioner "local-exec" {
    command = <<-EOT
      curl -fsS ${local.cxone_issuer}/auth/token \
        -H 'Authorization: Basic ${self.triggers.basic}' \
        -H 'Content-Type: application/json' \
        --data '{"grant_type":"password","username":"${var.key_id}","password":"${var.key_secret}"}' -o cxone.json
    EOT
  }
}

variable "client_id" {
  type = string
}

variable "client_secret" {
  type      = string
  sensitive = true
}

variable "key_id" {
  type = string
}

variable "key_secret" {
  type      = string
  sensitive = true
}
