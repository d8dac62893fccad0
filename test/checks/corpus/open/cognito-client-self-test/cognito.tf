resource "aws_cognito_user_pool" "m2m" {
  name = "m2m"
}

resource "aws_cognito_user_pool_domain" "m2m" {
  domain       = "thornfield-m2m"
  user_pool_id = aws_cognito_user_pool.m2m.id
}

resource "aws_cognito_resource_server" "api" {
  identifier   = "api"
  name         = "api"
  user_pool_id = aws_cognito_user_pool.m2m.id
  scope {
    scope_name        = "read"
    scope_description = "read"
  }
}

resource "aws_cognito_user_pool_client" "batch" {
  name                                 = "batch"
  user_pool_id                         = aws_cognito_user_pool.m2m.id
  generate_secret                      = true
  allowed_oauth_flows                  = ["client_credentials"]
  allowed_oauth_flows_user_pool_client = true
  allowed_oauth_scopes                 = aws_cognito_resource_server.api.scope_identifiers
}
