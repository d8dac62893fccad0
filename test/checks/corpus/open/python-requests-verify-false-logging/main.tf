resource "null_resource" "sync_inventory" {
  triggers = {
    hosts = join(",", var.hosts)
  }

  provisioner "local-exec" {
    command = "python3 scripts/sync_inventory.py --hosts ${join(",", var.hosts)}"
    environment = {
      CMDB_URL           = var.cmdb_url
      CMDB_CLIENT_ID     = var.cmdb_client_id
      CMDB_CLIENT_SECRET = var.cmdb_client_secret
    }
  }
}

variable "hosts" {
  type    = list(string)
  default = []
}

variable "cmdb_url" {
  type    = string
  default = "https://cmdb.fjordbank.example"
}

variable "cmdb_client_id" {
  type = string
}

variable "cmdb_client_secret" {
  type = string
}
