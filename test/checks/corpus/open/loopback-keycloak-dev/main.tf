resource "docker_container" "keycloak" {
  name  = "keycloak"
  image = "quay.io/keycloak/keycloak:25.0"
  ports {
    internal = 8080
    external = 8080
  }
  command = ["start-dev"]
}

variable "admin_password" {
  type      = string
  sensitive = true
}

resource "null_resource" "realm" {
  depends_on = [docker_container.keycloak]

  provisioner "local-exec" {
    interpreter = ["/bin/bash", "-euo", "pipefail", "-c"]
    command     = <<-EOT
      token=$(printf '%s' "$ADMIN_PASSWORD" |
        curl -q -fsS --data grant_type=password --data client_id=admin-cli --data username=admin --data-urlencode password@- \
          http://127.0.0.1:8080/realms/master/protocol/openid-connect/token |
        jq -er .access_token)
      printf 'header = "Authorization: Bearer %s"\n' "$token" |
        curl -q -fsS --config - -H 'Content-Type: application/json' -d '{"realm":"dev","enabled":true}' http://localhost:8080/admin/realms
    EOT
    environment = {
      ADMIN_PASSWORD = var.admin_password
    }
  }
}
