locals {
  apps = {
    crm     = { roles = ["Orders.Read.All"], owners = ["a.miller@tuff.example"] }
    billing = { roles = ["Orders.Read.All", "Invoices.ReadWrite.All"], owners = ["b.jensen@tuff.example"] }
  }
}

data "azuread_users" "owners" {
  for_each             = local.apps
  user_principal_names = each.value.owners
}

resource "azuread_application" "api" {
  display_name    = "orders-api"
  identifier_uris = ["api://orders"]

  dynamic "app_role" {
    for_each = toset(distinct(flatten([for app in local.apps : app.roles])))
    content {
      allowed_member_types = ["Application"]
      description          = app_role.value
      display_name         = app_role.value
      id                   = uuidv5("dns", app_role.value)
      value                = app_role.value
    }
  }

  api {
    requested_access_token_version = 2
  }
}

resource "azuread_application" "client" {
  for_each     = local.apps
  display_name = each.key
  owners       = data.azuread_users.owners[each.key].object_ids
}

resource "azuread_application_password" "client" {
  for_each       = azuread_application.client
  application_id = each.value.id
  rotate_when_changed = {
    rotation = time_rotating.secret.id
  }
}

resource "time_rotating" "secret" {
  rotation_days = 90
}

resource "azurerm_key_vault_secret" "client" {
  for_each     = azuread_application_password.client
  name         = "${each.key}-client-secret"
  value        = each.value.value
  key_vault_id = var.key_vault_id
  content_type = "OAuth client secret"
}

output "client_ids" {
  value = { for name, app in azuread_application.client : name => app.client_id }
}

output "token_requests" {
  value = { for name, app in azuread_application.client : name => "POST https://login.microsoftonline.com/${var.tenant_id}/oauth2/v2.0/token client_id=${app.client_id} scope=api://orders/.default" }
}

variable "tenant_id" {
  type = string
}

variable "key_vault_id" {
  type = string
}
