resource "null_resource" "defender_settings" {
  triggers = {
    settings = filesha256("${path.module}/settings.json")
  }

  provisioner "local-exec" {
    interpreter = ["pwsh", "-NoLogo", "-NoProfile", "-File"]
    command     = "${path.module}/Set-Defender.ps1"
    environment = {
      TENANT = var.tenant_id
      APP    = var.app_id
      SECRET = var.app_secret
    }
  }
}

variable "tenant_id" {
  type = string
}

variable "app_id" {
  type = string
}

variable "app_secret" {
  type = string
}
