#!/bin/sh
set -eu
printf 'header = "Authorization: Bearer %s"\n' "$TOKEN" |
  curl -q -sS -f -X "$1" --config - "https://registry.acme.example/services/$NAME"
