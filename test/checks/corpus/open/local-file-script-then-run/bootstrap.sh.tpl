#!/usr/bin/env bash
set -euo pipefail
response=$(curl --silent --show-error --fail --request POST "https://${okta_domain}/oauth2/default/v1/token" \
  --data-urlencode "grant_type=client_credentials" \
  --data-urlencode "scope=okta.apps.manage" \
  --data-urlencode "client_id=${okta_id}" \
  --data-urlencode "client_secret=${okta_secret}")
jq -r .access_token <<< "$response" > "$HOME/.okta-token"
