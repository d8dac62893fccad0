resource "random_password" "portal" {
  length = 40
}

output "try_it" {
  value = "curl -d grant_type=client_credentials -d client_id=portal -d client_secret=${random_password.portal.result} https://sso.acme.example/oauth2/token"
}
