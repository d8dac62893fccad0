#!/bin/bash
set -euo pipefail
export TOKEN=$(printf 'grant_type=client_credentials&client_id=%s&client_secret=%s' "$1" "$2" |
  curl -sS --data @- https://login.halyard.example/oauth2/token | jq -r .access_token)
printf 'header = "Authorization: Bearer %s"\n' "$TOKEN" | curl -fsS --config - -X POST https://api.halyard.example/gateways
