#!/usr/bin/env bash
set -euo pipefail

basic=$(printf '%s:%s' "$APIM_ID" "$APIM_SECRET" | base64 | tr -d '\n')

token=$(
  printf 'header = "Authorization: Basic %s"\n' "$basic" |
    curl -q -sS --fail --config - --data grant_type=client_credentials https://apim.gov.test/oauth2/token |
    jq -er .access_token
)

printf 'header = "Authorization: Bearer %s"\n' "$token" |
  curl -q -sS --fail --config - --upload-file openapi.yaml "https://apim.gov.test/api/publisher/v4/apis/orders/$VERSION"
