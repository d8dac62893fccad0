#!/bin/sh
set -eu
umask 077
printf '{"accessKeyId":%s,"accessKeySecret":%s}' "$ACCESS_KEY_ID" "$ACCESS_KEY_SECRET" |
  curl -sS -f -X POST -H 'Content-Type: application/json' -d @- \
    -o session.json \
    https://na1.nice-incontact.com/authentication/v1/token/access-key
