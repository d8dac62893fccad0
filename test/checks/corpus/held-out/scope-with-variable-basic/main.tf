resource "null_resource" "cognito" {
  provisioner "local-exec" {
    interpreter = ["/bin/bash", "-euo", "pipefail", "-c"]
    command     = <<-EOT
      printf 'user = "%s:%s"\n' "$CLIENT_ID" "$CLIENT_SECRET" |
        curl -q -fsS --config - -d "grant_type=client_credentials&scope=$SCOPES" -o token.json https://acme.auth.eu-west-1.amazoncognito.com/oauth2/token
    EOT
    environment = {
      CLIENT_ID     = aws_cognito_user_pool_client.this.id
      CLIENT_SECRET = aws_cognito_user_pool_client.this.client_secret
      SCOPES        = join(" ", var.scopes)
    }
  }
}

resource "aws_cognito_user_pool_client" "this" {
  name            = "ci"
  user_pool_id    = var.pool
  generate_secret = true
}

variable "pool" {
  type = string
}

variable "scopes" {
  type = list(string)
}
