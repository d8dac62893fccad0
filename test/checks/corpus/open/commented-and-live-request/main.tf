# Old way, kept for reference:
#   curl -X POST -H 'Content-Type: application/json' -d '{"grant_type":"client_credentials"}' https://old-sso.vantage.example/oauth/token

locals {
  token_script = <<-EOT
    # curl -k -v https://old-sso.vantage.example/oauth/token
    set -eu
    token=$(curl -sS "$${TOKEN_URL}" -d "grant_type=client_credentials&scope=$${SCOPE}" -u "$${CLIENT}:$${SECRET}" | sed -n 's/.*"access_token":"\([^"]*\)".*/\1/p')
    echo "{\"Authorization\": \"Bearer $${token}\"}"
  EOT
}

data "external" "auth" {
  program = ["sh", "-c", "cat >/dev/null; ${local.token_script}"]
}

resource "null_resource" "policy" {
  provisioner "local-exec" {
    command = "sh ${path.module}/apply-policy.sh"
    environment = {
      AUTHORIZATION = data.external.auth.result["Authorization"]
    }
  }
}
