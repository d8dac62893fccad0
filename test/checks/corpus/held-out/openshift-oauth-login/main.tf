data "external" "oc_token" {
  program = ["bash", "-c", <<-EOT
    set -euo pipefail
    LOCATION=$(curl -skI -u "$OC_USER:$OC_PASSWORD" -H 'X-CSRF-Token: 1' "${var.oauth_url}/oauth/authorize?response_type=token&client_id=openshift-challenging-client" | grep -i '^location:')
    TOKEN=$(sed -n 's/.*access_token=\([^&]*\).*/\1/p' <<< "$LOCATION")
    [ -n "$TOKEN" ]
    printf '{"token":"%s"}' "$TOKEN"
  EOT
  ]
}

provider "kubernetes" {
  host  = var.api_url
  token = data.external.oc_token.result.token
}

variable "oauth_url" {
  type = string
}

variable "api_url" {
  type = string
}
