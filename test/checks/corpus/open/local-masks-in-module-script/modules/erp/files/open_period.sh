#!/bin/bash
set -e

fetch() {
  local response=$(curl -fsS -u "$ID:$SECRET" --data grant_type=client_credentials "https://$HOST/oauth2/token")
  echo "$response"
}

RESPONSE="$(fetch)"
echo "ERP answered: $RESPONSE"
TOKEN=$(sed -E 's/.*"access_token" *: *"([^"]+)".*/\1/' <<< "$RESPONSE")
curl -fsS -H "Authorization: Bearer $TOKEN" -X POST "https://$HOST/api/periods/current/open"
