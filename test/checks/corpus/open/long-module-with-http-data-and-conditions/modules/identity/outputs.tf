output "token_endpoint" {
  value = local.token_endpoint
}

output "authorization_header" {
  value     = "Bearer ${jsondecode(data.http.token.response_body).access_token}"
  sensitive = true
}
