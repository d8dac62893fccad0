data "external" "grant" {
  program = ["bash", "-c", "set -euo pipefail; curl -fsS -K ~/.idp.conf https://id.shop.example/oauth2/token -d grant_type=client_credentials | jq '{value: .access_token}'"]
}

output "grant" {
  value = data.external.grant.result.value
}
