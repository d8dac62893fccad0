resource "aws_cognito_user_pool" "this" {
  name = "partners"
}

resource "aws_cognito_user_pool_domain" "this" {
  domain       = "partners-acme"
  user_pool_id = aws_cognito_user_pool.this.id
}

resource "aws_cognito_resource_server" "orders" {
  identifier   = "https://orders.acme.example"
  name         = "orders"
  user_pool_id = aws_cognito_user_pool.this.id

  scope {
    scope_name        = "read"
    scope_description = "Read orders"
  }

  scope {
    scope_name        = "write"
    scope_description = "Write orders"
  }
}

resource "aws_cognito_user_pool_client" "partner" {
  for_each = toset(["north", "south"])

  name                                 = each.key
  user_pool_id                         = aws_cognito_user_pool.this.id
  generate_secret                      = true
  allowed_oauth_flows_user_pool_client = true
  allowed_oauth_flows                  = ["client_credentials"]
  allowed_oauth_scopes                 = aws_cognito_resource_server.orders.scope_identifiers
  access_token_validity                = 60

  token_validity_units {
    access_token = "minutes"
  }
}

resource "aws_secretsmanager_secret" "partner" {
  for_each = aws_cognito_user_pool_client.partner
  name     = "partners/${each.key}"
}

resource "aws_secretsmanager_secret_version" "partner" {
  for_each  = aws_cognito_user_pool_client.partner
  secret_id = aws_secretsmanager_secret.partner[each.key].id
  secret_string = jsonencode({
    client_id     = each.value.id
    client_secret = each.value.client_secret
    token_url     = "https://${aws_cognito_user_pool_domain.this.domain}.auth.eu-west-1.amazoncognito.com/oauth2/token"
    grant_type    = "client_credentials"
  })
}

output "token_url" {
  value = "https://${aws_cognito_user_pool_domain.this.domain}.auth.eu-west-1.amazoncognito.com/oauth2/token"
}
