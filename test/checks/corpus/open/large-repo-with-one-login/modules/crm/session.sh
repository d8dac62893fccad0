#!/bin/bash
set -e
eval "$(jq -r '@sh "INSTANCE=\(.instance) ID=\(.id) SECRET=\(.secret)"')"
RESULT=$(curl -sS "https://$INSTANCE.my.salesforce.com/services/oauth2/token" \
  -d "grant_type=client_credentials" \
  -d "client_id=$ID" \
  -d "client_secret=$SECRET")
if [ "$(jq -r '.access_token // empty' <<<"$RESULT")" = "" ]; then
  jq -r .error_description <<<"$RESULT" >&2
  exit 1
fi
jq '{access_token, instance_url}' <<<"$RESULT"
