#!/bin/bash
set -euo pipefail
umask 077

mkdir -p "$(dirname "$OUT")"
curl -q --silent --show-error --fail --max-time 20 \
  --netrc-file <(printf 'machine login.mypurecloud.com login %s password %s\n' "$ID" "$SECRET") \
  --data grant_type=client_credentials \
  --output "$OUT" \
  https://login.mypurecloud.com/oauth/token
echo "token written to $OUT"
