#!/usr/bin/env bash
set -euo pipefail
printf 'header = "Authorization: Bearer %s"\n' "$GENESYS_TOKEN" |
  curl -q -K - -fsS "https://api.mypurecloud.com.au/api/v2/flows?pageSize=100" -o flows.json
