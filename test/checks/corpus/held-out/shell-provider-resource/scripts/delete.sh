#!/bin/bash
set -euo pipefail
TOKEN=$(curl -sS --fail -X POST https://id.turnstone.example/oauth2/token \
  --data-urlencode grant_type=client_credentials \
  --data-urlencode client_id="$CLIENT_ID" \
  --data-urlencode client_secret="$CLIENT_SECRET" | jq -er .access_token)
curl -sS --fail -X DELETE -H "Authorization: Bearer $TOKEN" "https://api.turnstone.example/tenants/$TENANT"
