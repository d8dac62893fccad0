#!/bin/sh
# $1 is only a label
set -eu
umask 077
code=$(
  printf 'grant_type=client_credentials&client_id=%s&client_secret=%s' "$CLIENT_ID" "$CLIENT_SECRET" |
    curl -q -sS --data @- --output token.json --write-out '%{http_code}' https://login.mec1.pure.cloud/oauth/token
)
if [ "$code" -ne 200 ]; then
  echo "$1: the server answered $code" >&2
  rm -f token.json
  exit 1
fi
