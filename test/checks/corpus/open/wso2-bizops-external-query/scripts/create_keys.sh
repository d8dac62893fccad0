#!/bin/bash
eval "$(jq -r '@sh "HOST=\(.host) PORT=\(.port) ADMIN_USER=\(.admin_user) ADMIN_PASS=\(.admin_pass)"')"

BASE="https://${HOST}:${PORT}"

TOKEN=$(curl -k -s -X POST "$BASE/oauth2/token" \
  -H 'Content-Type: application/x-www-form-urlencoded' \
  --user "bizops-provisioner:$ADMIN_PASS" \
  -d 'grant_type=client_credentials&scope=internal_application_mgt_create' | jq -r .access_token)

KEY=$(curl -k -s "$BASE/api/server/v1/applications?filter=name+eq+bizops" -H "Authorization: Bearer $TOKEN" | jq -r '.applications[0].clientId')

jq -n --arg key "$KEY" '{client_key: $key}'
