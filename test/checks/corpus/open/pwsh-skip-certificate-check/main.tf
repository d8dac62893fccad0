resource "terraform_data" "netbox_site" {
  triggers_replace = [var.site_name]

  provisioner "local-exec" {
    interpreter = ["pwsh", "-NoProfile", "-File"]
    command     = "${path.module}/Register-Site.ps1"
    environment = {
      IDP_URL       = var.idp_url
      CLIENT_ID     = var.client_id
      CLIENT_SECRET = var.client_secret
      SITE_NAME     = var.site_name
    }
  }
}

variable "idp_url" {
  type = string
}

variable "client_id" {
  type = string
}

variable "client_secret" {
  type      = string
  sensitive = true
}

variable "site_name" {
  type = string
}
