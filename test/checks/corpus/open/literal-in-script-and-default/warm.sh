#!/usr/bin/env bash
set -euo pipefail

BASIC="Y2FjaGUtd2FybWVyOjlkODFmMmM3YjZhNDRlMGY="

curl -fsS -o /tmp/t1.json https://auth.pinecrest.example/oauth/token \
  -H "Authorization: Basic $BASIC" -d grant_type=client_credentials

curl -fsS -o /tmp/t2.json https://auth.pinecrest.example/oauth/token \
  -d grant_type=client_credentials -d client_id=cache-admin --data-urlencode "client_secret@"<(printf '%s' "$CLIENT_SECRET")
