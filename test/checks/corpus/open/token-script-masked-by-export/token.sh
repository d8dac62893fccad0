#!/usr/bin/env bash
set -euo pipefail
curl -fsS --config - https://id.orchard.example/oauth2/token <<EOF | jq -er .access_token
data-urlencode = "grant_type=client_credentials"
data-urlencode = "client_id=$CLIENT_ID"
data-urlencode = "client_secret=$CLIENT_SECRET"
EOF
