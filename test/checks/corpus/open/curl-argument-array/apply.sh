#!/usr/bin/env bash
set -uo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

common=(--silent --show-error --max-time 30)
login=(
  --request POST
  --header 'Content-Type: application/x-www-form-urlencoded'
  --data 'grant_type=client_credentials&scope=token'
  --data "client_id=$SOPHOS_ID"
  --data "client_secret=$SOPHOS_SECRET"
)

answer=$(curl "${common[@]}" "${login[@]}" https://id.sophos.com/api/v2/oauth2/token)
token=$(jq -r .access_token <<< "$answer")
whoami=$(curl "${common[@]}" -H "Authorization: Bearer $token" https://api.central.sophos.com/whoami/v1)
base=$(jq -r .apiHosts.dataRegion <<< "$whoami")
curl "${common[@]}" -X PUT -H "Authorization: Bearer $token" --json @"$here/endpoint.json" "$base/endpoint/v1/policies/base"
