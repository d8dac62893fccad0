#!/usr/bin/env bash
set -o errexit -o nounset -o pipefail -o xtrace

body="grant_type=client_credentials&client_id=api&client_secret=$(jq -rn 'env.OAUTH_SECRET | @uri')"
curl -sS --fail -o token.json --data @- https://auth.api.example/token <<< "$body"
