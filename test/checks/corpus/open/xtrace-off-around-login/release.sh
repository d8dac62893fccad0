#!/usr/bin/env bash
set -euo pipefail

umask 077
printf 'user = "%s:%s"\n' "$CLIENT_ID" "$CLIENT_SECRET" |
  curl -q -fsS --config - --data grant_type=client_credentials --output token.json https://id.acme.example/oauth2/token
unset CLIENT_SECRET

set -x
ls -l dist
sha256sum dist/*
git -C dist describe --tags
set +x
