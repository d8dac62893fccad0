#!/bin/sh
set -eu
printf 'header = "Authorization: Bearer %s"\n' "$(jq -er .access_token "$1")" |
  curl -q -K - -fsS -X PUT -H 'Content-Type: application/json' -d "@$2" https://iam.saffron.example/policies
