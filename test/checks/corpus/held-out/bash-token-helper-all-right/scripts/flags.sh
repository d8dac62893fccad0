#!/usr/bin/env bash
set -euo pipefail
shopt -s inherit_errexit

readonly flags=$1
die() {
  echo "flags: $*" >&2
  exit 1
}
for tool in curl jq; do command -v "$tool" > /dev/null || die "$tool is missing"; done
: "${CLIENT_ID:?}" "${CLIENT_SECRET:?}" "${LOGIN_HOST:?}"

workdir=$(mktemp -d)
trap 'rm -rf "$workdir"' EXIT

urlencode() { jq -sRr @uri; }

{
  printf 'grant_type=client_credentials&client_id='
  printf '%s' "$CLIENT_ID" | urlencode | tr -d '\n'
  printf '&client_secret='
  printf '%s' "$CLIENT_SECRET" | urlencode | tr -d '\n'
} > "$workdir/form"

status=$(curl --silent --show-error --output "$workdir/answer.json" --write-out '%{http_code}' \
  --request POST --header 'Content-Type: application/x-www-form-urlencoded' --data-binary "@$workdir/form" \
  "https://$LOGIN_HOST/oauth2/token")
[[ $status == 200 ]] || die "the token endpoint answered $status: $(jq -r '.error // "no error code"' "$workdir/answer.json")"

jq -er '"header = \"Authorization: Bearer \(.access_token)\""' "$workdir/answer.json" > "$workdir/auth"

jq -c 'to_entries[]' "$flags" | while read -r entry; do
  name=$(jq -r .key <<< "$entry")
  jq '{enabled: .value}' <<< "$entry" |
    curl --config "$workdir/auth" --silent --show-error --fail --request PUT --header 'Content-Type: application/json' \
      --data @- "https://api.flagship.example/flags/$name"
done
