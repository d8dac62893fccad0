#!/usr/bin/env bash
set -euo pipefail
topics=$1

get_token() {
  local answer
  answer=$(
    printf -- '--user "%s:%s"\n' "$CLIENT_ID" "$CLIENT_SECRET" |
      curl -q --config - --fail-with-body --silent --show-error --max-time 20 \
        --data grant_type=client_credentials --data-urlencode 'scope=topics:write topics:read' \
        https://sso.fieldfare.example/oauth2/token
  ) || { echo "token request failed" >&2; return 1; }
  jq -er .access_token <<< "$answer"
}

token=$(get_token)
jq -c '.[]' "$topics" | while read -r topic; do
  curl -q --config <(printf 'header = "Authorization: Bearer %s"\n' "$token") -fsS -X PUT --json "$topic" https://topics.fieldfare.example/v1/topics
done
