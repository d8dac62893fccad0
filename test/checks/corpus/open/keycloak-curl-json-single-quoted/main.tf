resource "null_resource" "keycloak_token" {
  provisioner "local-exec" {
    command = <<EOT
      curl -s -X POST https://sso.acme.example/realms/platform/protocol/openid-connect/token \
        -H 'Content-Type: application/json' \
        -d '{"grant_type":"client_credentials","client_id":"${var.client_id}","client_secret":"${var.client_secret}"}' \
        -o /tmp/kc-token.json
    EOT
  }
}
