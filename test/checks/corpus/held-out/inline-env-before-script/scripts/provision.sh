#!/bin/bash
set -eo pipefail

JWT=$(curl -sf --location --request POST "https://$ZS_HOST/signin/oauth/token" \
  --header 'Content-Type: application/x-www-form-urlencoded' \
  --data-urlencode 'grant_type=client_credentials' \
  --data-urlencode "client_id=$ZS_CLIENT" \
  --data-urlencode "client_secret=$ZS_SECRET" | jq -er '.access_token')

curl -sf --request POST "https://$ZS_HOST/mgmtconfig/v1/connectors" \
  -H "Authorization: Bearer $JWT" -H 'Content-Type: application/json' -d "{\"name\": \"$1\"}"
