#!/bin/sh
set -eu
printf 'user = "%s:%s"\n' "$SSO_CLIENT_ID" "$SSO_CLIENT_SECRET" |
  curl -q -fsS -K - -d grant_type=client_credentials -d scope=api https://sso.lichen.example/oauth2/token |
  jq -e '{access_token, expires_in: (.expires_in | tostring)}'
