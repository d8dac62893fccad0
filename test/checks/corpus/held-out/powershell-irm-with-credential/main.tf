resource "azurerm_windows_virtual_machine" "app" {
  name                  = "vm-app"
  resource_group_name   = var.rg
  location              = var.location
  size                  = "Standard_D2s_v5"
  admin_username        = "azadmin"
  admin_password        = var.admin_password
  network_interface_ids = [var.nic_id]

  os_disk {
    caching              = "ReadWrite"
    storage_account_type = "Premium_LRS"
  }

  source_image_reference {
    publisher = "MicrosoftWindowsServer"
    offer     = "WindowsServer"
    sku       = "2022-datacenter-azure-edition"
    version   = "latest"
  }
}

resource "terraform_data" "itop" {
  triggers_replace = [azurerm_windows_virtual_machine.app.id]

  provisioner "local-exec" {
    interpreter = ["pwsh", "-NoProfile", "-Command"]
    command     = <<-PS
      $ErrorActionPreference = 'Stop'
      $pair = [Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes("$($env:ITOP_ID):$($env:ITOP_SECRET)"))
      $answer = Invoke-RestMethod -Method Post -Uri 'https://sso.itop.drumlin.example/oauth2/token' `
        -Headers @{ Authorization = "Basic $pair" } -Body @{ grant_type = 'client_credentials'; scope = 'ci:write' } `
        -MaximumRedirection 0
      if (-not $answer.access_token) { throw 'no access token' }
      $ci = @{ name = 'vm-app'; status = 'production' } | ConvertTo-Json
      Invoke-RestMethod -Method Post -Uri 'https://itop.drumlin.example/api/ci' -ContentType 'application/json' -Body $ci `
        -Headers @{ Authorization = "Bearer $($answer.access_token)" } | Out-Null
      Write-Output 'registered'
    PS
    environment = {
      ITOP_ID     = var.itop_client_id
      ITOP_SECRET = var.itop_client_secret
    }
  }
}

variable "rg" {
  type = string
}

variable "location" {
  type = string
}

variable "nic_id" {
  type = string
}

variable "admin_password" {
  type = string
}

variable "itop_client_id" {
  type = string
}

variable "itop_client_secret" {
  type      = string
  sensitive = true
}
