#!/bin/sh
set -eu
case "$1" in
  login) endpoint=$OAUTH_TOKEN_URL ;;
  logout) endpoint=${OAUTH_TOKEN_URL%/token}/session/end ;;
esac
printf 'user = "%s:%s"\n' "$OAUTH_CLIENT_ID" "$OAUTH_CLIENT_SECRET" |
  curl -q -sS -f --config - --data grant_type=client_credentials --output .session "$endpoint"
