#!/usr/bin/env bash
set -euo pipefail
cd "$(dirname "$0")"

tenant=https://fernhill.eu.auth0.com
token=$(
  jq -n '{grant_type: "client_credentials", client_id: env.AUTH0_CLIENT_ID, client_secret: env.AUTH0_CLIENT_SECRET, audience: "https://fernhill.eu.auth0.com/api/v2/"}' |
    curl -q -fsS "$tenant/oauth/token" -H 'Content-Type: application/json' --data @- |
    jq -er .access_token
)

template=$(basename "$1" .html)
jq -n --arg name "$template" --rawfile body "emails/$1" '{template: $name, body: $body, from: "no-reply@fernhill.example", syntax: "liquid", enabled: true}' |
  curl -q -fsS -X PUT -H @<(printf 'Authorization: Bearer %s' "$token") -H 'Content-Type: application/json' --data @- \
    "$tenant/api/v2/email-templates/$template" > /dev/null
