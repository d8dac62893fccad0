resource "null_resource" "vault_login" {
  provisioner "local-exec" {
    interpreter = ["/bin/bash", "-c"]
    command     = <<-EOT
      set -e
      JWT=$(cat /var/run/secrets/kubernetes.io/serviceaccount/token)
      curl -s --request POST --header 'Content-Type: application/json' \
        --data "{\"jwt\": \"$JWT\", \"role\": \"terraform\"}" \
        "$VAULT_ADDR/v1/auth/kubernetes/login" | jq -r .auth.client_token > ~/.vault-token
    EOT
    environment = {
      VAULT_ADDR = "https://vault.acme.example"
    }
  }
}
