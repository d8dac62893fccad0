resource "null_resource" "wait_for_api" {
  depends_on = [helm_release.api]

  provisioner "local-exec" {
    interpreter = ["/bin/bash", "-c"]
    command     = <<-EOT
      for i in $(seq 1 60); do
        code=$(curl -k -L -s -o /dev/null -w '%%{http_code}' https://${var.host}/oauth2/health || true)
        [ "$code" = 200 ] && exit 0
        echo "attempt $i: $code"
        sleep 5
      done
      echo "API did not come up" >&2
      exit 1
    EOT
  }
}

resource "helm_release" "api" {
  name  = "api"
  chart = "./charts/api"

  set {
    name  = "ingress.host"
    value = var.host
  }

  set_sensitive {
    name  = "oauth.clientSecret"
    value = var.oauth_client_secret
  }
}

variable "host" {
  type = string
}

variable "oauth_client_secret" {
  type      = string
  sensitive = true
}
