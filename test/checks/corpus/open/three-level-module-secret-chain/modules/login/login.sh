#!/bin/sh
set -eu
printf '%s' "$SECRET" |
  curl -q -fsS -o /dev/null --data grant_type=client_credentials --data-urlencode "client_id=$ID" --data-urlencode client_secret@- "$TOKEN_URL"
