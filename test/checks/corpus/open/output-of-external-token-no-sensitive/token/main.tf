data "external" "this" {
  program = ["sh", "${path.module}/token.sh"]
}

output "access_token" {
  value = data.external.this.result.access_token
}

output "expires_in" {
  value = data.external.this.result.expires_in
}
