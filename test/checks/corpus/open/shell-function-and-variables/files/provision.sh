#!/bin/bash

CT="Content-Type: application/json"
TOKEN_PATH="/oauth2/token"
OPTS=(-s -S -k)

build_body() {
  cat <<EOF
{
  "grant_type": "client_credentials",
  "client_id": "$ID",
  "client_secret": "$SECRET"
}
EOF
}

login() {
  ACCESS_TOKEN=$(curl "${OPTS[@]}" -X POST -H "$CT" -d "$(build_body)" "${API}${TOKEN_PATH}" | jq -r '.access_token')
}

login
curl "${OPTS[@]}" -H "Authorization: Bearer ${ACCESS_TOKEN}" -H "$CT" -X PUT -d @config.json "${API}/v1/config"
