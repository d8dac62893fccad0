data "external" "token" {
  program = ["bash", "-c", "set -euo pipefail; curl -q -fsS -K ~/.idp.conf https://id.acme.test/oauth2/token -d grant_type=client_credentials | jq '{token: .access_token}'"]
}
data "http" "x" {
  url        = "https://api.acme.test/x"
  depends_on = [data.external.token]
  lifecycle {
    postcondition {
      condition     = self.status_code == 200
      error_message = "no"
    }
  }
}
