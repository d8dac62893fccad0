variable "keycloak_url" {
  type = string
}

variable "admin_password" {
  type = string
}

variable "roles" {
  type = set(string)
}

resource "null_resource" "role" {
  for_each = var.roles

  provisioner "local-exec" {
    interpreter = ["pwsh", "-File"]
    command     = "${path.module}/New-Role.ps1"
    environment = {
      KC_URL      = var.keycloak_url
      KC_PASSWORD = var.admin_password
      KC_ROLE     = each.key
    }
  }
}
