#!/usr/bin/env bash
set -euo pipefail

eval "$(jq -r '@sh "HOST=\(.host) ID=\(.id) SECRET=\(.secret)"')"

TOKEN=$(curl -s -X POST "http://${HOST}:8181/api/catalog/v1/oauth/tokens" \
  -d grant_type=client_credentials \
  -d "client_id=${ID}" \
  -d "client_secret=${SECRET}" \
  -d 'scope=PRINCIPAL_ROLE:ALL' | jq -r .access_token)

jq -n --arg token "$TOKEN" '{token: $token}'
