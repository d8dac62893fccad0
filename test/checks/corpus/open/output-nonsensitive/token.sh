#!/usr/bin/env bash
set -euo pipefail
# CLIENT_SECRET is injected by the runner, in form encoding
printf 'grant_type=client_credentials&client_id=smoke&client_secret=%s' "$CLIENT_SECRET" |
  curl -q -sS -f --data-binary @- -H 'Content-Type: application/x-www-form-urlencoded' https://id.acme.example/oauth2/token |
  jq -e '{access_token, expires_at: (now + .expires_in | todate)}'
