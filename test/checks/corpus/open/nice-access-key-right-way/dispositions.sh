#!/usr/bin/env bash
set -euo pipefail
token=$(
  jq -n '{accessKeyId: env.CXONE_ACCESS_KEY_ID, accessKeySecret: env.CXONE_ACCESS_KEY_SECRET}' |
    curl -q -fsS -H 'Content-Type: application/json' --data @- \
      https://eu1.nice-incontact.com/authentication/v1/token/access-key |
    jq -er .access_token
)
curl -q -fsS -o /dev/null -H @<(printf 'Authorization: Bearer %s\n' "$token") -H 'Content-Type: application/json' \
  --data @dispositions.json https://api-eu1.niceincontact.com/incontactapi/services/v28.0/dispositions
