#!/bin/bash
eval "$(jq -r '@sh "export TENANT_ID=\(.tenant_id) CLIENT_ID=\(.client_id) CLIENT_SECRET=\(.client_secret)"')"

curl -s -X POST -d "grant_type=client_credentials&client_id=$CLIENT_ID&client_secret=$CLIENT_SECRET&resource=https%3A%2F%2Fmanagement.azure.com%2F" \
  "https://login.microsoftonline.com/$TENANT_ID/oauth2/token" > token.json

ACCESS_TOKEN=$(jq -r '.access_token' token.json)
jq -n --arg access_token "$ACCESS_TOKEN" '{"access_token":$access_token}'
