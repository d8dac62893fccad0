resource "azurerm_virtual_machine_extension" "enrol" {
  name                 = "enrol"
  virtual_machine_id   = var.vm_id
  publisher            = "Microsoft.Azure.Extensions"
  type                 = "CustomScript"
  type_handler_version = "2.1"

  settings = jsonencode({
    commandToExecute = "curl -sS -d grant_type=client_credentials -d client_id=vm -d client_secret=${var.enrol_secret} https://login.millrace.example/oauth2/token -o /etc/enrol.json && systemctl restart enrol"
  })
}

resource "null_resource" "enrol_check" {
  depends_on = [azurerm_virtual_machine_extension.enrol]

  provisioner "local-exec" {
    command = "for i in 1 2 3 4 5; do curl -sf https://enrol.millrace.example/vms/${var.vm_name} && exit 0; sleep 10; done; exit 1"
  }
}

variable "vm_id" {
  type = string
}

variable "vm_name" {
  type = string
}

variable "enrol_secret" {
  type      = string
  sensitive = true
}
