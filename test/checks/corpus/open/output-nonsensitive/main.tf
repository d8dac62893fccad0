data "external" "token" {
  program = ["${path.module}/token.sh"]
}

output "authorization_header" {
  description = "used by the smoke tests"
  value       = "Bearer ${nonsensitive(data.external.token.result.access_token)}"
}

output "expires_at" {
  value = data.external.token.result.expires_at
}
