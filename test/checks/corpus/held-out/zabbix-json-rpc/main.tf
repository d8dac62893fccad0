resource "null_resource" "zabbix_host" {
  for_each = var.hosts

  provisioner "local-exec" {
    interpreter = ["bash", "-c"]
    command     = <<-EOT
      set -e
      body=$(jq -n --arg host '${each.key}' --arg ip '${each.value}' '{jsonrpc: "2.0", method: "host.create", params: {host: $host, interfaces: [{type: 1, main: 1, useip: 1, ip: $ip, dns: "", port: "10050"}], groups: [{groupid: "2"}]}, id: 1}')
      curl -s -k -X POST https://zabbix.siskin.example/api_jsonrpc.php -H 'Content-Type: application/json-rpc' -H "Authorization: Bearer $ZABBIX_API_KEY" -d "$body"
    EOT
    environment = {
      ZABBIX_API_KEY = var.zabbix_api_key
    }
  }
}

variable "hosts" {
  type = map(string)
}

variable "zabbix_api_key" {
  type = string
}

resource "librenms_device" "core" {
  hostname  = "core-sw-1"
  port      = 161
  snmp_v2c  = { community = var.snmp_community }
  transport = "udp"
}

variable "snmp_community" {
  type = string
}
