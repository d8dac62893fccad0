resource "azurerm_data_factory_linked_custom_service" "rest" {
  name            = "partner-api"
  data_factory_id = var.factory_id
  type            = "RestService"

  type_properties_json = jsonencode({
    url                               = "https://api.partner.example"
    enableServerCertificateValidation = true
    authenticationType                = "OAuth2ClientCredential"
    clientId                          = "adf"
    clientSecret = {
      type       = "AzureKeyVaultSecret"
      secretName = "partner-client-secret"
      store      = { referenceName = "kv", type = "LinkedServiceReference" }
    }
    tokenEndpoint = "https://auth.partner.example/oauth2/token"
    scope         = "orders"
  })
}

resource "azurerm_api_management_named_value" "token_url" {
  name                = "token-url"
  resource_group_name = "apim"
  api_management_name = "apim"
  display_name        = "token-url"
  value               = "https://auth.partner.example/oauth2/token"
}

variable "factory_id" {
  type = string
}
