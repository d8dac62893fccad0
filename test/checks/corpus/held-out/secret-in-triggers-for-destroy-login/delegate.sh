#!/usr/bin/env bash
set -euo pipefail
token=$(curl -fsS "$token_url" -u "$client_id:$client_secret" -d grant_type=client_credentials | jq -er .access_token)
case "$1" in
  create) method=PUT ;;
  delete) method=DELETE ;;
esac
curl -fsS -X "$method" -H @<(printf 'Authorization: Bearer %s' "$token") "https://dns.zephyrine.example/delegations/$zone"
