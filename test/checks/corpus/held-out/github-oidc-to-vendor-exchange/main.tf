resource "terraform_data" "exchange" {
  triggers_replace = [timestamp()]

  provisioner "local-exec" {
    interpreter = ["/bin/bash", "-c"]
    command     = <<-EOT
      ID_TOKEN=$(curl -sf -H "Authorization: bearer $ACTIONS_ID_TOKEN_REQUEST_TOKEN" "$ACTIONS_ID_TOKEN_REQUEST_URL&audience=octo" | jq -r .value)
      curl -sS -X POST https://sts.cranefly.example/oauth/token \
        -H 'Content-Type: application/json' \
        -d "{\"grant_type\":\"urn:ietf:params:oauth:grant-type:token-exchange\",\"subject_token\":\"$ID_TOKEN\",\"subject_token_type\":\"urn:ietf:params:oauth:token-type:jwt\"}" > sts.json
      jq -r .access_token sts.json > ~/.cranefly-token
    EOT
  }
}
