#!/bin/bash
set -euo pipefail
eval "$(jq -r '@sh "DOMAIN=\(.domain) CLIENT_ID=\(.client_id) CLIENT_SECRET=\(.client_secret)"')"
TOKEN=$(curl -s --request POST "https://$DOMAIN/oauth/token" \
  --header 'content-type: application/json' \
  --data "{\"client_id\":\"$CLIENT_ID\",\"client_secret\":\"$CLIENT_SECRET\",\"audience\":\"https://$DOMAIN/api/v2/\",\"grant_type\":\"client_credentials\"}" | jq -r .access_token)
echo "{\"token\": \"$TOKEN\"}"
