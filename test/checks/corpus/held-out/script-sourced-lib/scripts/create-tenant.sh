#!/usr/bin/env bash
set -euo pipefail

tenant="$1"
data="grant_type=client_credentials&scope=tenants"
data="${data}&client_id=${IDP_CLIENT_ID}"
data="${data}&client_secret=${IDP_CLIENT_SECRET}"

response="$(curl -sSL --fail-with-body "https://${IDP_HOST}/connect/token" -d "$data")"
echo "login answered: $response"

token="$(jq -er '.access_token' <<<"$response")"
curl -sS --fail -H @- -X POST "https://${IDP_HOST}/api/tenants/${tenant}" <<<"Authorization: Bearer $token"
