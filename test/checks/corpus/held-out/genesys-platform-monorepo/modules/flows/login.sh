#!/bin/bash
set -euo pipefail
read -r -d '' QUERY || true
HOST=$(jq -r .host <<< "$QUERY")
ID=$(jq -r .client_id <<< "$QUERY")
SECRET=$(jq -r .client_secret <<< "$QUERY")
BASIC=$(printf '%s:%s' "$ID" "$SECRET" | base64 -w 0)

curl -sS -X POST "https://$HOST/oauth/token" \
  -H "Authorization: Basic $BASIC" \
  -H "Content-Type: application/x-www-form-urlencoded" \
  -d "grant_type=client_credentials" | jq '{access_token, token_type}'
