terraform {
  required_providers {
    azuread = {
      source  = "hashicorp/azuread"
      version = "~> 2.47"
    }
  }
}

data "azuread_client_config" "current" {}

resource "azuread_application" "hr_sync" {
  display_name = "hr-sync"
  owners       = [data.azuread_client_config.current.object_id]
}

resource "null_resource" "admin_consent" {
  triggers = {
    app = azuread_application.hr_sync.client_id
  }

  provisioner "local-exec" {
    interpreter = ["PowerShell", "-Command"]
    command     = <<-PS
      $body = @{
        client_id     = "${var.spn_client_id}"
        client_secret = "${var.spn_client_secret}"
        scope         = "https://graph.microsoft.com/.default"
        grant_type    = "client_credentials"
      }
      $token = (Invoke-RestMethod -Method POST -Uri "https://login.microsoftonline.com/${var.tenant_id}/oauth2/v2.0/token" -Body $body).access_token
      $headers = @{ Authorization = "Bearer $token" }
      Invoke-RestMethod -Method POST -Uri "https://graph.microsoft.com/v1.0/oauth2PermissionGrants" -Headers $headers -ContentType "application/json" -Body (@{
        clientId    = "${azuread_application.hr_sync.object_id}"
        consentType = "AllPrincipals"
        scope       = "User.Read.All"
      } | ConvertTo-Json)
    PS
  }
}

variable "tenant_id" {}
variable "spn_client_id" {}
variable "spn_client_secret" {}
