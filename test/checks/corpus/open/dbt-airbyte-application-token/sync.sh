#!/bin/sh
set -eu
answer=$(
  jq -n '{client_id: env.AIRBYTE_CLIENT_ID, client_secret: env.AIRBYTE_CLIENT_SECRET}' |
    curl -q -fsS -H 'Content-Type: application/json' --data @- https://api.airbyte.com/api/v1/applications/token
)
token=$(printf '%s' "$answer" | jq -er .access_token)
printf 'header = "Authorization: Bearer %s"\n' "$token" |
  curl -q --config - -fsS -H 'Content-Type: application/json' --data "{\"connectionId\": \"$1\", \"jobType\": \"sync\"}" https://api.airbyte.com/v1/jobs
