#!/bin/bash
# usage: get.sh FILE
umask 077
out=$1

if ! curl -q -sS --fail --data @- --output "$out" "$TOKEN_URL" \
  < <(printf 'grant_type=client_credentials&client_id=%s&client_secret=%s' "$ID" "$SECRET"); then
  echo "could not get an access token" >&2
  exit 1
fi

if ! grep -q '"access_token"' "$out"; then
  echo "the answer holds no access token" >&2
  exit 1
fi
echo "access token stored in $out"
