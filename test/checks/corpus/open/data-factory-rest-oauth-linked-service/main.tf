resource "azurerm_data_factory" "adf" {
  name                = "adf-willow"
  resource_group_name = var.rg
  location            = var.location

  identity {
    type = "SystemAssigned"
  }
}

resource "azurerm_data_factory_linked_service_key_vault" "kv" {
  name            = "kv"
  data_factory_id = azurerm_data_factory.adf.id
  key_vault_id    = var.key_vault_id
}

resource "azurerm_data_factory_linked_custom_service" "rest" {
  name            = "ls_rest_oauth"
  data_factory_id = azurerm_data_factory.adf.id
  type            = "RestService"

  type_properties_json = jsonencode({
    url                               = "https://api.payroll.willow.example"
    enableServerCertificateValidation = true
    authenticationType                = "OAuth2ClientCredential"
    clientId                          = var.payroll_client_id
    clientSecret = {
      type       = "AzureKeyVaultSecret"
      secretName = "payroll-client-secret"
      store      = { referenceName = "kv", type = "LinkedServiceReference" }
    }
    tokenEndpoint = "https://login.payroll.willow.example/oauth2/token"
    scope         = "payroll.read"
  })

  depends_on = [azurerm_data_factory_linked_service_key_vault.kv]
}

resource "azurerm_data_factory_pipeline" "token_and_copy" {
  name            = "copy_payroll"
  data_factory_id = azurerm_data_factory.adf.id
  activities_json = jsonencode([
    {
      name = "Copy"
      type = "Copy"
      typeProperties = {
        source = { type = "RestSource", httpRequestTimeout = "00:01:40", requestMethod = "GET" }
        sink   = { type = "ParquetSink" }
      }
      inputs  = [{ referenceName = "ds_payroll", type = "DatasetReference" }]
      outputs = [{ referenceName = "ds_lake", type = "DatasetReference" }]
    },
  ])
}

variable "rg" {
  type = string
}

variable "location" {
  type = string
}

variable "key_vault_id" {
  type = string
}

variable "payroll_client_id" {
  type = string
}
