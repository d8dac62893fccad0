#!/bin/bash
set -e
BODY=$(mktemp)
trap 'rm -f "$BODY"' EXIT

cat > "$BODY" <<EOF
{
  "client_id": "${ARUBA_CLIENT_ID}",
  "client_secret": "${ARUBA_CLIENT_SECRET}",
  "grant_type": "client_credentials"
}
EOF

TOKEN=$(curl -k -sS -X POST https://sso.common.cloud.aruba.example/as/token.oauth2 \
  -H "Content-Type: application/json" \
  --data-binary @"$BODY" | jq -r '.access_token')

if [[ -z "$TOKEN" || "$TOKEN" == "null" ]]; then
  echo "could not log in to Aruba Central" >&2
  exit 2
fi

curl -sS --fail -X POST https://apigw.central.aruba.example/central/v2/sites \
  -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' \
  -d "{\"site_name\": \"$1\", \"site_address\": {\"city\": \"$2\"}}"
