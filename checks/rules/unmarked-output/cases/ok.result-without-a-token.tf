data "external" "probe" {
  program = ["bash", "-c", "set -euo pipefail; curl -q -fsS -K ~/.idp.conf https://id.acme.test/oauth2/token -d grant_type=client_credentials | jq '{ok: \"true\", kind: .token_type}'"]
}
output "probe" {
  value = data.external.probe.result
}
