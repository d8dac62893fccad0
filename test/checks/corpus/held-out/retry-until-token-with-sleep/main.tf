resource "helm_release" "zitadel" {
  name       = "zitadel"
  repository = "https://charts.zitadel.com"
  chart      = "zitadel"
  namespace  = "iam"
}

resource "null_resource" "bootstrap" {
  depends_on = [helm_release.zitadel]

  provisioner "local-exec" {
    interpreter = ["/bin/bash", "-c"]
    command     = <<-EOT
      for i in $(seq 1 30); do
        RESPONSE=$(curl -s -k -X POST "https://zitadel.${var.domain}/oauth/v2/token" \
          --header 'Content-Type: application/x-www-form-urlencoded' \
          --data grant_type=client_credentials \
          --data scope='openid urn:zitadel:iam:org:project:id:zitadel:aud' \
          --user "bootstrap:${var.bootstrap_secret}")
        TOKEN=$(echo "$RESPONSE" | jq -r '.access_token // empty')
        if [ -n "$TOKEN" ]; then break; fi
        echo "attempt $i: $RESPONSE"
        sleep 10
      done
      [ -n "$TOKEN" ] || exit 1
      curl -s -k -X POST "https://zitadel.${var.domain}/management/v1/projects" -H "Authorization: Bearer $TOKEN" -H "Content-Type: application/json" -d '{"name": "apps"}'
    EOT
  }
}

variable "domain" {
  type = string
}

variable "bootstrap_secret" {
  type      = string
  sensitive = true
}
