#!/usr/bin/env bash
# DNS_CLIENT_ID and DNS_CLIENT_SECRET come from the environment of the run, at apply and at destroy
set -euo pipefail

bearer() {
  printf 'user = "%s:%s"\n' "$DNS_CLIENT_ID" "$DNS_CLIENT_SECRET" |
    curl -q --config - -sS --fail -d grant_type=client_credentials https://sso.shearwater.example/oauth2/token |
    jq -er .access_token
}

token=$(bearer)
header() { printf 'header = "Authorization: Bearer %s"\n' "$token"; }

case $1 in
  create) header | curl -q --config - -sS --fail -X PUT "$API/zones/$ZONE" ;;
  delete) header | curl -q --config - -sS --fail -X DELETE "$API/zones/$ZONE" ;;
  *) echo "usage: zone.sh create|delete" >&2; exit 64 ;;
esac
