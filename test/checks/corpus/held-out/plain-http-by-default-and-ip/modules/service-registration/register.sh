#!/usr/bin/env bash
set -euo pipefail
token=$(
  printf '%s' "$CLIENT_SECRET" |
    curl -q -fsS -d grant_type=client_credentials -d client_id=registrar --data-urlencode client_secret@- "$TOKEN_URL" |
    jq -er .access_token
)
curl -q -fsS -H @<(printf 'Authorization: Bearer %s' "$token") -X PUT "https://registry.larder.example/services/$SERVICE"
