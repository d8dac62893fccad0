data "external" "expiry" {
  program = ["bash", "-c", "set -euo pipefail; curl -q -fsS -K ~/.idp.conf https://id.acme.test/oauth2/token -d grant_type=client_credentials | jq '{expires_in: (.expires_in|tostring)}'"]
}
resource "null_resource" "note" {
  triggers = data.external.expiry.result
}
