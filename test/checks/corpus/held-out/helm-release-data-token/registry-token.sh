#!/usr/bin/env bash
set -euo pipefail
: "${REGISTRY_CLIENT_ID:?}" "${REGISTRY_CLIENT_SECRET:?}"
curl -sS --fail --user "$REGISTRY_CLIENT_ID:$REGISTRY_CLIENT_SECRET" \
  --data-urlencode 'grant_type=client_credentials' \
  --data-urlencode 'scope=registry:catalog:*' \
  https://registry.acme.test/oauth2/token |
  jq -e '{token: .access_token}'
