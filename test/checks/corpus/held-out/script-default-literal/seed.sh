#!/usr/bin/env bash
set -euo pipefail
ENVIRONMENT=${1:-test}
CLIENT_ID=${SEED_CLIENT_ID:-seeder}
CLIENT_SECRET=${SEED_CLIENT_SECRET:-Jw3kP9vTzQ6mXr2LdN8sYb}

response=$(printf 'user = "%s:%s"\n' "$CLIENT_ID" "$CLIENT_SECRET" |
  curl -q -K - -sSf -d grant_type=client_credentials "https://id.$ENVIRONMENT.burdock.example/oauth2/token")
token=$(jq -er .access_token <<<"$response")
printf 'header = "Authorization: Bearer %s"\n' "$token" |
  curl -q -K - -sSf -X POST "https://api.$ENVIRONMENT.burdock.example/seed"
