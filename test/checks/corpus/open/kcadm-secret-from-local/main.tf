variable "admin" {
  type = string
}

locals {
  login = var.admin
}

resource "terraform_data" "realm" {
  provisioner "local-exec" {
    command = "/opt/keycloak/bin/kcadm.sh config credentials --server https://id.shop.example --realm ops --client ci --secret ${local.login}"
  }
}
