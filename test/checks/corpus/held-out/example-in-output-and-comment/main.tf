# Try it by hand, never like this in a pipeline:
#   curl -v -d '{"grant_type":"client_credentials","client_secret":"..."}' http://auth.acme.example/oauth/token

resource "aws_cognito_user_pool_client" "demo" {
  name            = "demo"
  user_pool_id    = var.user_pool_id
  generate_secret = true
}

output "how_to_get_a_token" {
  value = <<-EOT
    Read the secret with:
      aws cognito-idp describe-user-pool-client --client-id ${aws_cognito_user_pool_client.demo.id} --user-pool-id ${var.user_pool_id}
    and ask ${local.token_url} for a token, form-encoded.
  EOT
}

locals {
  token_url = "https://demo.auth.eu-west-1.amazoncognito.com/oauth2/token"
}

variable "user_pool_id" {
  type = string
}
