output "access_token" {
  description = "Short-lived access token"
  value       = jsondecode(data.http.token.response_body).access_token
}
