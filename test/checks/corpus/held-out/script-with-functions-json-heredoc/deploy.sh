#!/usr/bin/env bash
set -euo pipefail

AUTH_URL="https://auth.integrations.example/oauth/token"
API_URL="https://api.integrations.example"

generate_post_data() {
  cat <<EOF
{
  "grant_type": "client_credentials",
  "client_id": "$OAUTH_CLIENT_ID",
  "client_secret": "$OAUTH_CLIENT_SECRET"
}
EOF
}

fetch_token() {
  curl --silent --fail --request POST "$AUTH_URL" \
    --header "content-type: application/json" \
    --data "$(generate_post_data)"
}

TOKEN=$(fetch_token | jq -er '.access_token')
curl --silent --fail --request POST "$API_URL/packages/$1/deploy" --header "Authorization: Bearer $TOKEN"
