resource "null_resource" "wait_for_keycloak_token" {
  depends_on = [helm_release.keycloak]

  provisioner "local-exec" {
    interpreter = ["/bin/bash", "-c"]
    command     = <<-EOT
      set -euo pipefail
      for attempt in 1 2 3 4 5; do
        if curl --verbose --fail --silent --output token.json \
          --data-urlencode "grant_type=password" \
          --data-urlencode "client_id=admin-cli" \
          --data-urlencode "username=$KC_USER" \
          --data-urlencode "password=$KC_PASS" \
          "https://${var.kc_host}/realms/master/protocol/openid-connect/token"; then
          exit 0
        fi
        sleep 10
      done
      exit 1
    EOT
    environment = {
      KC_USER = "admin"
      KC_PASS = var.kc_password
    }
  }
}

resource "helm_release" "keycloak" {
  name  = "keycloak"
  chart = "./charts/keycloak"
}

variable "kc_host" {
  type = string
}

variable "kc_password" {
  type      = string
  sensitive = true
}
