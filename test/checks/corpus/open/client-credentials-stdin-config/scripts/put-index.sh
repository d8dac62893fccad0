#!/usr/bin/env bash
set -euo pipefail

readonly token_url=https://sso.briar.example/oauth2/token
readonly api=https://search.briar.example

token() {
  printf 'user = "%s:%s"\n' "$SEARCH_CLIENT_ID" "$SEARCH_CLIENT_SECRET" |
    curl --disable --config - --silent --show-error --fail-with-body \
      --data grant_type=client_credentials \
      --data-urlencode 'scope=index:write index:read' \
      "$token_url" |
    jq --exit-status --raw-output .access_token
}

bearer=$(token)

printf 'header = "Authorization: Bearer %s"\n' "$bearer" |
  curl --disable --config - --silent --show-error --fail-with-body \
    --request PUT --header 'Content-Type: application/json' --data "@$MAPPING" "$api/carts"
