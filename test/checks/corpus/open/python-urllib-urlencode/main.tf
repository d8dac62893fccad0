resource "vsphere_folder" "apps" {
  path          = "apps"
  type          = "vm"
  datacenter_id = data.vsphere_datacenter.main.id
}

data "vsphere_datacenter" "main" {
  name = "main"
}

resource "null_resource" "cmdb" {
  triggers = {
    folder = vsphere_folder.apps.id
  }

  provisioner "local-exec" {
    interpreter = ["python3"]
    command     = "${path.module}/cmdb.py"
    environment = {
      CMDB_HOST     = "cmdb.teal.example"
      CMDB_USER     = var.cmdb_user
      CMDB_PASSWORD = var.cmdb_password
      CMDB_CLIENT   = var.cmdb_client_id
      CMDB_SECRET   = var.cmdb_client_secret
    }
  }
}

variable "cmdb_user" {
  type = string
}

variable "cmdb_password" {
  type      = string
  sensitive = true
}

variable "cmdb_client_id" {
  type = string
}

variable "cmdb_client_secret" {
  type      = string
  sensitive = true
}
