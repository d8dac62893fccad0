resource "null_resource" "token" {
  provisioner "local-exec" {
    working_dir = path.module
    command     = "./fetch.sh"
    environment = {
      PASSWORD = data.azurerm_key_vault_secret.svc.value
    }
  }
}

data "azurerm_key_vault_secret" "svc" {
  name         = "svc-password"
  key_vault_id = var.key_vault_id
}

variable "key_vault_id" {
  type = string
}
