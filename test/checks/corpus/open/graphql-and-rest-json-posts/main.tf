resource "null_resource" "hasura_metadata" {
  triggers = {
    metadata = filesha256("${path.module}/metadata.json")
  }

  provisioner "local-exec" {
    command = <<-EOT
      curl -sS -X POST https://graphql.larkmoor.example/v1/metadata \
        -H "x-hasura-admin-secret: ${var.hasura_admin_secret}" \
        -H 'Content-Type: application/json' \
        --data @${path.module}/metadata.json | tee hasura.log
    EOT
  }
}

resource "null_resource" "github_graphql" {
  provisioner "local-exec" {
    command = "curl -L -s -H \"Authorization: bearer $GITHUB_TOKEN\" -X POST -d '{\"query\": \"mutation { updateBranchProtectionRule(input: {branchProtectionRuleId: \\\"${var.rule_id}\\\"}) { clientMutationId } }\"}' https://api.github.com/graphql"
  }
}

resource "null_resource" "token_service_config" {
  provisioner "local-exec" {
    command = <<-EOT
      curl -fsS -X PUT https://config.larkmoor.example/v1/services/token-service \
        -H 'Content-Type: application/json' -H "X-Api-Key: $CONFIG_KEY" \
        -d '{"path": "/oauth/token", "grant_types": ["client_credentials"], "access_token_ttl": 900, "client_auth": "client_secret_basic"}'
    EOT
    environment = {
      CONFIG_KEY = var.config_key
    }
  }
}

resource "null_resource" "create_oauth_client" {
  provisioner "local-exec" {
    command = "curl -fsS -X POST https://hydra-admin.larkmoor.example/admin/clients -H 'Content-Type: application/json' -d '{\"client_id\": \"web\", \"grant_types\": [\"authorization_code\", \"refresh_token\"], \"redirect_uris\": [\"https://app.larkmoor.example/cb\"], \"token_endpoint_auth_method\": \"none\"}'"
  }
}
