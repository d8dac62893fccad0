#!/bin/bash
set -euo pipefail
curl -fsS -X POST "https://$IDN_TENANT.api.identitynow.com/v3/sources" -H @<(printf 'Authorization: Bearer %s' "$IDN_TOKEN") -H 'Content-Type: application/json' -d @source.json
