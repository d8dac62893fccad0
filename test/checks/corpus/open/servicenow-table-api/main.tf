resource "null_resource" "cmdb" {
  for_each = var.servers

  provisioner "local-exec" {
    command = <<-EOT
      http --check-status --ignore-stdin POST "https://${var.instance}.service-now.com/api/now/table/cmdb_ci_server" \
        "Authorization:Bearer $SN_TOKEN" name=${each.key} ip_address=${each.value}
    EOT
    environment = {
      SN_TOKEN = var.sn_token
    }
  }
}

variable "servers" {
  type = map(string)
}

variable "instance" {
  type = string
}

variable "sn_token" {
  type      = string
  sensitive = true
}
