resource "azurerm_api_management" "this" {
  name                = "apim-sparrow"
  resource_group_name = var.resource_group_name
  location            = var.location
  publisher_name      = "Sparrow"
  publisher_email     = "api@sparrow.example"
  sku_name            = "Developer_1"

  identity {
    type = "SystemAssigned"
  }
}

resource "azurerm_api_management_authorization_server" "partner" {
  name                         = "partner"
  api_management_name          = azurerm_api_management.this.name
  resource_group_name          = var.resource_group_name
  display_name                 = "Partner sign-in"
  authorization_endpoint       = "https://sso.sparrow.example/oauth2/authorize"
  token_endpoint               = "https://sso.sparrow.example/oauth2/token"
  client_registration_endpoint = "https://sso.sparrow.example/register"
  client_id                    = var.client_id
  client_secret                = var.client_secret
  client_authentication_method = ["Body"]
  authorization_methods        = ["GET", "POST"]
  bearer_token_sending_methods = ["authorizationHeader"]
  grant_types                  = ["authorizationCode", "clientCredentials"]
}

resource "azurerm_api_management_api" "orders" {
  name                  = "orders"
  resource_group_name   = var.resource_group_name
  api_management_name   = azurerm_api_management.this.name
  revision              = "1"
  display_name          = "Orders"
  path                  = "orders"
  protocols             = ["https"]
  subscription_required = false

  oauth2_authorization {
    authorization_server_name = azurerm_api_management_authorization_server.partner.name
  }

  import {
    content_format = "openapi+json"
    content_value  = file("${path.module}/openapi.json")
  }
}

resource "azurerm_api_management_api_policy" "orders" {
  api_name            = azurerm_api_management_api.orders.name
  api_management_name = azurerm_api_management.this.name
  resource_group_name = var.resource_group_name
  xml_content         = <<XML
<policies>
  <inbound>
    <base />
    <validate-jwt header-name="Authorization" failed-validation-httpcode="401">
      <openid-config url="https://sso.sparrow.example/.well-known/openid-configuration" />
      <required-claims>
        <claim name="scope" match="any"><value>orders.read</value></claim>
      </required-claims>
    </validate-jwt>
  </inbound>
</policies>
XML
}
