locals {
  kc_url   = "http://keycloak.auth.svc.cluster.local:8080"
  kc_admin = "admin"
}

resource "helm_release" "keycloak" {
  name       = "keycloak"
  repository = "https://charts.example.test/keycloak"
  chart      = "keycloak"
  version    = "21.4.1"
}

resource "null_resource" "realm" {
  depends_on = [helm_release.keycloak]

  provisioner "local-exec" {
    command = <<-EOT
      TOKEN=`curl -s --data "client_id=admin-cli" --data "username=${local.kc_admin}" --data "password=${var.kc_admin_password}" --data "grant_type=password" ${local.kc_url}/realms/master/protocol/openid-connect/token | jq -r '.access_token'`
      echo "token: $TOKEN"
      curl -s -X POST ${local.kc_url}/admin/realms -H "Authorization: Bearer $TOKEN" -H "Content-Type: application/json" -d @realm.json
    EOT
  }
}

variable "kc_admin_password" {
  description = "bootstrap password"
  default     = "Tr0ub4dor-kc-boot"
}
