#!/bin/bash
set -euo pipefail
. /etc/sync.env
token=$(
  curl --fail --silent --show-error \
    --data grant_type=client_credentials --data client_id=sync \
    --data-urlencode client_secret@<(printf %s "$CLIENT_SECRET") \
    https://login.harbour.example/oauth2/token | jq -er .access_token
)
printf 'header = "Authorization: Bearer %s"\n' "$token" |
  curl --fail --silent --config - https://inventory.harbour.example/v1/hosts --output /var/lib/hosts.json
