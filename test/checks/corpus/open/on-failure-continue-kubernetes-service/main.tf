resource "helm_release" "keycloak" {
  name       = "keycloak"
  namespace  = "iam"
  repository = "https://charts.bitnami.com/bitnami"
  chart      = "keycloak"
  version    = "21.4.4"

  set_sensitive {
    name  = "auth.adminPassword"
    value = var.keycloak_admin_password
  }
}

resource "null_resource" "realm_export" {
  depends_on = [helm_release.keycloak]

  provisioner "local-exec" {
    on_failure = continue
    command    = <<-EOT
      kubectl -n iam exec deploy/toolbox -i -- sh -s <<'SH'
      curl -sf http://keycloak.iam.svc.cluster.local:8080/realms/master/protocol/openid-connect/token \
        -d client_id=admin-cli -d grant_type=client_credentials -d scope=export -o /tmp/token.json
      SH
    EOT
  }
}

resource "null_resource" "realm_login" {
  depends_on = [helm_release.keycloak]

  provisioner "local-exec" {
    on_failure = continue
    command    = "printf '%s' \"$PASSWORD\" | curl -sf http://keycloak.iam.svc.cluster.local:8080/realms/master/protocol/openid-connect/token -d client_id=admin-cli -d username=admin -d grant_type=password --data-urlencode password@- -o ${path.root}/.admin-token.json"
    environment = {
      PASSWORD = var.keycloak_admin_password
    }
  }
}

variable "keycloak_admin_password" {
  type      = string
  sensitive = true
}
