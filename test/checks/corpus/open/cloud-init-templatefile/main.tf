resource "azurerm_linux_virtual_machine" "runner" {
  name                = "runner"
  resource_group_name = "ci"
  location            = "westeurope"
  size                = "Standard_B2s"
  admin_username      = "ops"

  network_interface_ids = [var.nic_id]

  custom_data = base64encode(templatefile("${path.module}/cloud-init.tftpl", {
    client_id     = var.runner_client_id
    client_secret = var.runner_client_secret
    idp           = "https://idp.ci.example"
  }))

  os_disk {
    caching              = "ReadWrite"
    storage_account_type = "Standard_LRS"
  }

  admin_ssh_key {
    username   = "ops"
    public_key = file("~/.ssh/id_ed25519.pub")
  }
}

variable "nic_id" {
  type = string
}

variable "runner_client_id" {
  type = string
}

variable "runner_client_secret" {
  type      = string
  sensitive = true
}
