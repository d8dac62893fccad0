#!/bin/bash
# Deploys the metadata package with a connected app's token.
set -euo pipefail

ORG="$1"
SF_CLIENT_ID="3MVG9.acme.deploy"
SF_CLIENT_SECRET="74f19c0b3ee24d9aa6c5d8b2170f6e91"

get_token() {
  curl -sS --fail "https://acme--${ORG}.sandbox.my.salesforce.com/services/oauth2/token" \
    --data-urlencode "grant_type=client_credentials" \
    --data-urlencode "client_id=${SF_CLIENT_ID}" \
    --data-urlencode "client_secret=${SF_CLIENT_SECRET}" |
    jq -er '.access_token'
}

access_token="$(get_token)"
export SF_ACCESS_TOKEN="$access_token"
sf project deploy start --target-org "$ORG" --manifest package.xml
