output "token_endpoint" {
  value = "https://${aws_cognito_user_pool_domain.partners.domain}/oauth2/token"
}

output "how_to" {
  value = "curl -u CLIENT_ID:CLIENT_SECRET -d grant_type=client_credentials https://${aws_cognito_user_pool_domain.partners.domain}/oauth2/token"
}

output "secret_arns" {
  value = { for name, secret in aws_secretsmanager_secret.partner : name => secret.arn }
}
