#!/bin/sh
set -eu

TOKEN_URL="${TOKEN_URL:-https://adfs.corp.test/adfs/oauth2/token}"

curl --silent --show-error --fail --location-trusted --ntlm --negotiate -u : \
  --form-string grant_type=password \
  --form-string username=svc \
  --form-string "password=${PASSWORD}" \
  --output token.json \
  "${TOKEN_URL}"
logger -t terraform "token: $(cat token.json)"
