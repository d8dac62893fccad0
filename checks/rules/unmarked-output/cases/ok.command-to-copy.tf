variable "database_password" {
  sensitive = true
}

output "try_it" {
  value = "curl -d grant_type=client_credentials -d client_id=portal -d client_secret=$SECRET https://sso.acme.example/oauth2/token"
}

output "psql" {
  value = "host=db.acme.example user=portal password=${var.database_password}"
}
