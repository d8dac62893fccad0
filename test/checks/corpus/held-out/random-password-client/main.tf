resource "random_password" "client" {
  length  = 40
  special = true
}

resource "keycloak_openid_client" "ci" {
  realm_id                 = var.realm
  client_id                = "ci"
  access_type              = "CONFIDENTIAL"
  service_accounts_enabled = true
  client_secret            = random_password.client.result
}

resource "null_resource" "smoke" {
  triggers = {
    client = keycloak_openid_client.ci.id
  }

  provisioner "local-exec" {
    command = <<-EOT
      curl --fail --silent --output /dev/null \
        --data grant_type=client_credentials \
        --data client_id=${keycloak_openid_client.ci.client_id} \
        --data 'client_secret=${random_password.client.result}' \
        ${var.keycloak_url}/realms/${var.realm}/protocol/openid-connect/token
    EOT
  }
}

variable "realm" {
  type = string
}

variable "keycloak_url" {
  type = string
}
