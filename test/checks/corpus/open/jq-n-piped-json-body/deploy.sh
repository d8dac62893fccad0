#!/usr/bin/env bash
set -euo pipefail

token=$(
  jq -n '{grant_type: "client_credentials", audience: "zeebe.camunda.io", client_id: env.ZEEBE_CLIENT_ID, client_secret: env.ZEEBE_CLIENT_SECRET}' |
    curl -fsS -X POST https://login.cloud.camunda.io/oauth/token -H 'Content-Type: application/json' --data @- |
    jq -er .access_token
)
printf 'header = "Authorization: Bearer %s"\n' "$token" |
  curl -q -K - -fsS -F "resources=@$1" https://bru-2.zeebe.camunda.io/v2/deployments
