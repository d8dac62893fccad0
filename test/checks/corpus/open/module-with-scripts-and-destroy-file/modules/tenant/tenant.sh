#!/bin/bash
set -euo pipefail

api="https://tenants.lockgate.example/v2"
bearer() { jq -er .access_token "$TOKEN_FILE"; }

case "$1" in
  login)
    mkdir -p "$(dirname "$TOKEN_FILE")"
    curl -fsSL -X POST "$api/oauth/token" -u "$CLIENT_ID:$CLIENT_SECRET" -d grant_type=client_credentials -o "$TOKEN_FILE"
    ;;
  create) curl -fsS -X PUT "$api/tenants/$NAME" -H "Authorization: Bearer $(bearer)" ;;
  delete) curl -fsS -X DELETE "$api/tenants/$NAME" -H "Authorization: Bearer $(bearer)" ;;
esac
