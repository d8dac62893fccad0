#!/bin/sh
set -eu
printf 'user = "%s:%s"\n' "$CLIENT_ID" "$CLIENT_SECRET" |
  curl -q --config - -fsS -o /dev/null -d grant_type=client_credentials "$TOKEN_URL"
