#!/usr/bin/env bash
set -euo pipefail
input=$(cat)
account=$(jq -r .account <<<"$input")
user=$(jq -r .user <<<"$input")
key=$(jq -r .key_path <<<"$input")

b64() { openssl base64 -A | tr '+/' '-_' | tr -d '='; }
now=$(date +%s)
head=$(printf '{"alg":"RS256","typ":"JWT"}' | b64)
claims=$(printf '{"iss":"%s.%s","sub":"%s.%s","iat":%d,"exp":%d}' "$account" "$user" "$account" "$user" "$now" "$((now + 600))" | b64)
signature=$(printf '%s.%s' "$head" "$claims" | openssl dgst -sha256 -sign "$key" | b64)
assertion="$head.$claims.$signature"

response=$(curl -s -X POST "https://$account.snowflakecomputing.com/oauth/token" \
  --data-urlencode "grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer" \
  --data-urlencode "scope=session:role:DEPLOYER" \
  --data-urlencode "assertion=$assertion")

jq -n --arg token "$response" '{token: $token}'
