#!/usr/bin/env bash
set -euo pipefail
token=$(jq -er .access_token .vpn-token.json)
printf 'header = "Authorization: Bearer %s"\n' "$token" |
  curl -q --config - --fail --silent --show-error -X DELETE "$API/profiles/$PROFILE"
