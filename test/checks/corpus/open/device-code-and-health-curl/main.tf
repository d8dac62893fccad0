resource "null_resource" "wait_for_sso" {
  triggers = {
    release = helm_release.sso.metadata[0].revision
  }

  provisioner "local-exec" {
    interpreter = ["bash", "-c"]
    command     = <<-EOT
      for i in $(seq 1 60); do
        code=$(curl -k -s -o /dev/null -w '%%{http_code}' https://sso.${var.domain}/realms/master/.well-known/openid-configuration)
        [ "$code" = 200 ] && exit 0
        echo "waiting for sso: $code"
        sleep 5
      done
      exit 1
    EOT
  }
}

resource "helm_release" "sso" {
  name       = "sso"
  namespace  = "sso"
  repository = "oci://registry.${var.domain}/charts"
  chart      = "keycloakx"
  version    = "2.4.4"

  values = [
    file("${path.module}/values.yaml"),
    yamlencode({ ingress = { rules = [{ host = "sso.${var.domain}" }] } }),
  ]
}

resource "null_resource" "device_probe" {
  depends_on = [null_resource.wait_for_sso]

  provisioner "local-exec" {
    command = "curl -sS -X POST https://sso.${var.domain}/realms/staff/protocol/openid-connect/auth/device -d client_id=cli -o device.json"
  }
}

variable "domain" {
  type = string
}
