resource "null_resource" "msi_check" {
  provisioner "local-exec" {
    command = "curl -s -H Metadata:true 'http://169.254.169.254/metadata/identity/oauth2/token?api-version=2018-02-01&resource=https%3A%2F%2Fvault.azure.net' -o /dev/null -w '%%{http_code}\\n'"
  }
}

resource "azurerm_user_assigned_identity" "agent" {
  name                = "agent"
  location            = "westeurope"
  resource_group_name = "ci"
}
