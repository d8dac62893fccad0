resource "null_resource" "zabbix_hosts" {
  count = length(var.vm_names)

  provisioner "local-exec" {
    command = <<EOF
wget -q --no-check-certificate -O /tmp/sso-${count.index}.json \
  --post-data "grant_type=client_credentials&client_id=zabbix&client_secret=${var.sso_secret}" \
  https://sso.mining.internal.example/auth/realms/ops/protocol/openid-connect/token
./scripts/add_host.sh ${var.vm_names[count.index]} /tmp/sso-${count.index}.json
EOF
  }
}
