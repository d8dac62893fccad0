#!/bin/sh
set -eu
printf 'header = "Authorization: Bearer %s"\n' "$TOKEN" |
  curl -q --config - -fsS -X "$1" "https://tenants.bluff.example/v1/$TENANT"
