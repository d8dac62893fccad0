resource "null_resource" "tenant" {
  for_each = var.tenants

  provisioner "local-exec" {
    working_dir = "${path.module}/scripts"
    command     = "./create-tenant.sh '${each.key}'"
    environment = {
      IDP_HOST          = var.idp_host
      IDP_CLIENT_ID     = var.idp_client_id
      IDP_CLIENT_SECRET = var.idp_client_secret
    }
  }
}

variable "tenants" {
  type = set(string)
}

variable "idp_host" {
  type = string
}

variable "idp_client_id" {
  type = string
}

variable "idp_client_secret" {
  type      = string
  sensitive = true
}
