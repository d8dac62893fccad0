locals {
  pfsense = "https://fw.jasper.example/api/v1"
}

resource "null_resource" "pfsense_alias" {
  for_each = { web = "10.1.0.10", db = "10.1.0.20" }

  provisioner "local-exec" {
    command = <<-EOT
      curl --insecure --location --silent --request POST '${local.pfsense}/firewall/alias' \
        --header 'Authorization: ${var.pfsense_client_id} ${var.pfsense_client_token}' \
        --header 'Content-Type: application/json' \
        --data-raw '{"name": "${each.key}", "type": "host", "address": "${each.value}", "apply": true}'
    EOT
  }
}

resource "null_resource" "truenas_dataset" {
  provisioner "local-exec" {
    command = "curl -k -s -X POST https://nas.jasper.example/api/v2.0/pool/dataset -H \"Authorization: Bearer ${var.truenas_key}\" -H 'Content-Type: application/json' -d '{\"name\": \"tank/apps\"}' | tee dataset.json"
  }
}

resource "null_resource" "unifi_guest" {
  provisioner "local-exec" {
    interpreter = ["bash", "-c"]
    command     = <<-EOT
      jar=$(mktemp)
      curl -sk -c "$jar" -H 'Content-Type: application/json' -d "{\"username\": \"$U\", \"password\": \"$P\"}" https://unifi.jasper.example/api/login
      curl -sk -b "$jar" https://unifi.jasper.example/api/s/default/stat/sta | jq length
    EOT
    environment = {
      U = var.unifi_user
      P = var.unifi_password
    }
  }
}

variable "pfsense_client_id" {
  type = string
}

variable "pfsense_client_token" {
  type = string
}

variable "truenas_key" {
  type = string
}

variable "unifi_user" {
  type = string
}

variable "unifi_password" {
  type      = string
  sensitive = true
}
