variable "app_key_pem" {
  type      = string
  sensitive = true
}

data "external" "assertion" {
  program = ["bash", "-c", "printf '%s' \"$(cat claims.b64)\" | openssl dgst -sha256 -sign <(echo '${var.app_key_pem}') | base64 -w0 | jq -R '{jwt: .}'"]
}
