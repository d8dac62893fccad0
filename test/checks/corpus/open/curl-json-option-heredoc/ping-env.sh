#!/bin/sh
set -eu
jq -e .access_token .ping.json >/dev/null
printf 'header = "Authorization: Bearer %s"\n' "$(jq -r .access_token .ping.json)" |
  curl -q -K - -fsS -X POST "https://api.pingone.eu/v1/environments" --json "{\"name\":\"$1\"}"
