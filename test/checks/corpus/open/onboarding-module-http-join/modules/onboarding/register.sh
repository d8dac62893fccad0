#!/bin/sh
set -eu
body=$(jq -n --arg project "$PROJECT_ID" --arg account "$ACCOUNT" '{project: $project, account: $account}')
printf 'header = "Authorization: Bearer %s"\n' "$API_TOKEN" |
  curl -q --config - -fsS -H 'Content-Type: application/json' --data "$body" https://api.cloudscan.example/v1/accounts
