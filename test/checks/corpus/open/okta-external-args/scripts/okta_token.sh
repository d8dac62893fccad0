#!/usr/bin/env bash
set -e
DOMAIN=$1
ID=$2
SECRET=$3

RESP=$(curl -s -X POST "https://${DOMAIN}/oauth2/default/v1/token" \
  -H "Accept: application/json" \
  -H "Content-Type: application/x-www-form-urlencoded" \
  -d "grant_type=client_credentials&client_id=${ID}&client_secret=${SECRET}&scope=groups.manage")

echo "$RESP" | jq '{access_token: .access_token}'
