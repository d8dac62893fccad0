data "http" "selftest" {
  url    = "https://${aws_cognito_user_pool_domain.m2m.domain}.auth.${data.aws_region.current.name}.amazoncognito.com/oauth2/token"
  method = "POST"

  request_headers = {
    Content-Type  = "application/x-www-form-urlencoded"
    Authorization = "Basic ${base64encode("${aws_cognito_user_pool_client.batch.id}:${aws_cognito_user_pool_client.batch.client_secret}")}"
  }

  request_body = "grant_type=client_credentials&scope=api/read"
}

data "aws_region" "current" {}

output "selftest" {
  value = {
    status = data.http.selftest.status_code
    body   = data.http.selftest.response_body
  }
}

output "client_id" {
  value = aws_cognito_user_pool_client.batch.id
}
