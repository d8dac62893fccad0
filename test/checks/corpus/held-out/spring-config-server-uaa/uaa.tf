resource "null_resource" "uaa_client" {
  provisioner "local-exec" {
    command = <<-EOF
      TOKEN=$(curl -k -s -X POST -u admin:${var.uaa_admin_secret} \
        -d "grant_type=client_credentials&response_type=token" \
        https://uaa.sys.${var.domain}/oauth/token | jq -r .access_token)
      curl -k -s -X POST https://uaa.sys.${var.domain}/oauth/clients \
        -H "Authorization: Bearer $TOKEN" -H "Content-Type: application/json" \
        -d '{"client_id":"config-server","client_secret":"${random_password.config_server.result}","authorized_grant_types":["client_credentials"],"authorities":["config.read"]}'
    EOF
  }
}

resource "random_password" "config_server" {
  length  = 28
  special = false
}

output "config_server_secret" {
  value     = random_password.config_server.result
  sensitive = true
}

variable "uaa_admin_secret" {
  type      = string
  sensitive = true
}

variable "domain" {
  type = string
}
