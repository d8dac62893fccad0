resource "azurerm_linux_virtual_machine" "gateway" {
  name                            = "vm-gateway"
  resource_group_name             = var.resource_group
  location                        = var.location
  size                            = "Standard_B2ms"
  admin_username                  = "azadmin"
  network_interface_ids           = [azurerm_network_interface.gateway.id]
  disable_password_authentication = true

  admin_ssh_key {
    username   = "azadmin"
    public_key = var.ssh_public_key
  }

  os_disk {
    caching              = "ReadWrite"
    storage_account_type = "StandardSSD_LRS"
  }

  source_image_reference {
    publisher = "Canonical"
    offer     = "ubuntu-24_04-lts"
    sku       = "server"
    version   = "latest"
  }

  custom_data = base64encode(templatefile("${path.module}/cloud-init.yaml.tftpl", {
    sso_url       = var.sso_url
    client_secret = var.gateway_client_secret
  }))
}

resource "azurerm_network_interface" "gateway" {
  name                = "nic-gateway"
  resource_group_name = var.resource_group
  location            = var.location

  ip_configuration {
    name                          = "internal"
    subnet_id                     = var.subnet_id
    private_ip_address_allocation = "Dynamic"
  }
}
