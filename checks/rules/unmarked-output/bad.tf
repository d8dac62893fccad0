data "external" "token" {
  program = ["./token.sh"]
}

output "access_token" {
  value = data.external.token.result.access_token
}
