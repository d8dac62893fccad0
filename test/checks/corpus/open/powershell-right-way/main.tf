resource "azurerm_role_assignment" "reader" {
  scope                = var.subscription_scope
  role_definition_name = "Reader"
  principal_id         = var.principal_id
}

resource "terraform_data" "intune_policy" {
  triggers_replace = [filesha256("${path.module}/policy.json")]

  provisioner "local-exec" {
    interpreter = ["pwsh", "-NoProfile", "-NonInteractive", "-File"]
    command     = "${path.module}/Set-Policy.ps1"
    environment = {
      TENANT_ID     = var.tenant_id
      CLIENT_ID     = var.client_id
      CLIENT_SECRET = var.client_secret
    }
  }
}

variable "subscription_scope" {
  type = string
}

variable "principal_id" {
  type = string
}

variable "tenant_id" {
  type = string
}

variable "client_id" {
  type = string
}

variable "client_secret" {
  type      = string
  sensitive = true
  ephemeral = true
}
