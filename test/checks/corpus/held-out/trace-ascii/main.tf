variable "oidc_client_secret" {
  type      = string
  sensitive = true
}

resource "terraform_data" "debug_login" {
  provisioner "local-exec" {
    interpreter = ["/bin/bash", "-euo", "pipefail", "-c"]
    command     = <<-EOT
      curl -q -sS --fail --trace-ascii login.trace -o token.json --data-urlencode client_secret@- \
        --data grant_type=client_credentials --data client_id=ops \
        https://sso.ops.test/oauth2/token < <(printf '%s' "$OIDC_CLIENT_SECRET")
    EOT
    environment = {
      OIDC_CLIENT_SECRET = var.oidc_client_secret
    }
  }
}
