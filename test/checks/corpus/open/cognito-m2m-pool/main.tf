resource "aws_cognito_user_pool" "partners" {
  name                     = "partners"
  mfa_configuration        = "OFF"
  auto_verified_attributes = ["email"]

  admin_create_user_config {
    allow_admin_create_user_only = true
  }
}

resource "aws_cognito_user_pool_domain" "partners" {
  domain          = "auth.partners.glasshouse.example"
  certificate_arn = aws_acm_certificate.auth.arn
  user_pool_id    = aws_cognito_user_pool.partners.id
}

resource "aws_acm_certificate" "auth" {
  domain_name       = "auth.partners.glasshouse.example"
  validation_method = "DNS"
}

resource "aws_cognito_resource_server" "orders" {
  identifier   = "orders"
  name         = "Orders API"
  user_pool_id = aws_cognito_user_pool.partners.id

  dynamic "scope" {
    for_each = { read = "Read orders", write = "Write orders" }
    content {
      scope_name        = scope.key
      scope_description = scope.value
    }
  }
}

resource "aws_cognito_user_pool_client" "partner" {
  for_each = var.partners

  name                                 = each.key
  user_pool_id                         = aws_cognito_user_pool.partners.id
  generate_secret                      = true
  allowed_oauth_flows                  = ["client_credentials"]
  allowed_oauth_flows_user_pool_client = true
  allowed_oauth_scopes                 = [for scope in each.value.scopes : "orders/${scope}"]
  access_token_validity                = 60

  token_validity_units {
    access_token = "minutes"
  }

  depends_on = [aws_cognito_resource_server.orders]
}

resource "aws_secretsmanager_secret" "partner" {
  for_each = var.partners
  name     = "partners/${each.key}/oauth-client"
}

resource "aws_secretsmanager_secret_version" "partner" {
  for_each  = var.partners
  secret_id = aws_secretsmanager_secret.partner[each.key].id
  secret_string = jsonencode({
    token_endpoint = "https://${aws_cognito_user_pool_domain.partners.domain}/oauth2/token"
    client_id      = aws_cognito_user_pool_client.partner[each.key].id
    client_secret  = aws_cognito_user_pool_client.partner[each.key].client_secret
    grant_type     = "client_credentials"
  })
}
