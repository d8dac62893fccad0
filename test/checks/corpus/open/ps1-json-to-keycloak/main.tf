module "realm_roles" {
  source         = "./realm-roles"
  keycloak_url   = "https://sso.granary.example"
  admin_password = data.azurerm_key_vault_secret.kc_admin.value
  roles          = ["auditor", "planner"]
}

data "azurerm_key_vault_secret" "kc_admin" {
  name         = "keycloak-admin"
  key_vault_id = var.key_vault_id
}

variable "key_vault_id" {
  type = string
}
