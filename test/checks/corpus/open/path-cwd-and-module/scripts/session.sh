#!/usr/bin/env bash
set -euo pipefail
answer=$(curl -sS --fail -k -d grant_type=client_credentials --data-urlencode "client_secret@/run/secrets/portal" \
  -d client_id=portal https://sso.quarry.example/oauth2/token)
jq -n --argjson a "$answer" '{token: $a.access_token}'
