data "external" "token" {
  program = ["bash", "-euo", "pipefail", "-c", "printf 'user = \"x:%s\"' \"$CLIENT_SECRET\" | curl -q -sSf --config - -d grant_type=client_credentials https://sso.acme.example/oauth2/token | jq -e '{access_token, expires_at: (now + .expires_in | todate)}'"]

  lifecycle {
    postcondition {
      condition     = timecmp(timestamp(), self.result.expires_at) < 0
      error_message = "The access token is no longer valid: plan again."
    }
  }
}

provider "restapi" {
  uri     = "https://orders.acme.example"
  headers = { Authorization = "Bearer ${data.external.token.result.access_token}" }
}
