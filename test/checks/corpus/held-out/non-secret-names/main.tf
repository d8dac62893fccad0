variable "client_secret_name" {
  description = "name of the secret in the vault"
  type        = string
  default     = "orders-client-secret"
}

variable "token_url" {
  type = string
}

variable "token_lifetime_seconds" {
  type    = number
  default = 3600
}

variable "password_policy" {
  type = object({
    min_length      = number
    require_symbols = bool
  })
  default = { min_length = 14, require_symbols = true }
}

variable "enable_token_cache" {
  type    = bool
  default = true
}

data "azurerm_key_vault_secret" "client" {
  name         = var.client_secret_name
  key_vault_id = var.key_vault_id
}

variable "key_vault_id" {
  type = string
}

resource "azurerm_container_app" "orders" {
  name                         = "orders"
  container_app_environment_id = var.environment_id
  resource_group_name          = "orders"
  revision_mode                = "Single"

  secret {
    name  = "client-secret"
    value = data.azurerm_key_vault_secret.client.value
  }

  template {
    container {
      name   = "orders"
      image  = "acme.azurecr.io/orders:3.3.1"
      cpu    = 0.5
      memory = "1Gi"

      env {
        name  = "OAUTH_TOKEN_URL"
        value = var.token_url
      }

      env {
        name        = "OAUTH_CLIENT_SECRET"
        secret_name = "client-secret"
      }

      env {
        name  = "TOKEN_LIFETIME"
        value = tostring(var.token_lifetime_seconds)
      }
    }
  }
}

variable "environment_id" {
  type = string
}

output "client_secret_name" {
  value = var.client_secret_name
}

output "token_endpoint" {
  value = var.token_url
}

output "client_secret_id" {
  value = data.azurerm_key_vault_secret.client.versionless_id
}
