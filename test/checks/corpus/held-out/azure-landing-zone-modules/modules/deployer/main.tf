variable "repository" {
  type = string
}

resource "azuread_application" "deployer" {
  display_name = "github-${replace(var.repository, "/", "-")}"
}

resource "azuread_service_principal" "deployer" {
  client_id = azuread_application.deployer.client_id
}

resource "azuread_application_federated_identity_credential" "main" {
  application_id = azuread_application.deployer.id
  display_name   = "main"
  audiences      = ["api://AzureADTokenExchange"]
  issuer         = "https://token.actions.githubusercontent.com"
  subject        = "repo:${var.repository}:ref:refs/heads/main"
}

output "client_id" {
  value = azuread_application.deployer.client_id
}
