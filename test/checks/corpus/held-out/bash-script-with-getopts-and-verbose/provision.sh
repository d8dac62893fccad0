#!/bin/bash
set -e
while getopts "c:s:u:" opt; do
  case $opt in
    c) CLIENT=$OPTARG ;;
    s) SECRET=$OPTARG ;;
    u) URL=$OPTARG ;;
    *) exit 64 ;;
  esac
done

RESP=$(curl -v -sS -w '\n%{http_code}' "$URL/auth/realms/main/protocol/openid-connect/token" -d grant_type=client_credentials -d "client_id=$CLIENT" -d "client_secret=$SECRET")
CODE=$(tail -n1 <<< "$RESP")
BODY=$(sed '$d' <<< "$RESP")
if [ "$CODE" != "200" ]; then
  echo "login failed: $CODE $BODY" >&2
  exit 1
fi
TOKEN=$(jq -r .access_token <<< "$BODY")
curl -sSf -X POST -H "Authorization: Bearer $TOKEN" "$URL/provision"
