#!/usr/bin/env bash
set -euo pipefail

fetch() {
  local token=$(curl -sSf -L --netrc-file <(printf 'machine uaa.cf.example login %s password %s\n' "$UAA_CLIENT" "$UAA_SECRET") -d grant_type=client_credentials "$UAA_URL/oauth/token" | jq -r .access_token)
  echo "$token"
}

TOKEN=$(fetch)
printf 'header = "Authorization: bearer %s"\n' "$TOKEN" | curl -q -sSf --config - "$UAA_URL/oauth/clients"
