resource "azurerm_storage_account" "reports" {
  name                     = "strpts"
  resource_group_name      = var.rg
  location                 = var.location
  account_tier             = "Standard"
  account_replication_type = "LRS"
}

resource "null_resource" "sharepoint_site" {
  triggers = {
    script = filesha256("${path.module}/scripts/site.py")
    title  = var.title
  }

  provisioner "local-exec" {
    command = "python3 ${path.module}/scripts/site.py"
    environment = {
      AZURE_TENANT_ID     = var.tenant_id
      AZURE_CLIENT_ID     = var.client_id
      AZURE_CLIENT_SECRET = var.client_secret
      SITE_TITLE          = var.title
    }
  }
}

resource "null_resource" "legacy_crm" {
  provisioner "local-exec" {
    command = "python3 ${path.module}/scripts/crm.py"
    environment = {
      CRM_CLIENT_ID     = "reports"
      CRM_CLIENT_SECRET = var.crm_client_secret
    }
  }
}

variable "rg" {
  type = string
}

variable "location" {
  type = string
}

variable "title" {
  type = string
}

variable "tenant_id" {
  type = string
}

variable "client_id" {
  type = string
}

variable "client_secret" {
  type      = string
  sensitive = true
}

variable "crm_client_secret" {
  type      = string
  sensitive = true
}
