#!/bin/bash

log() { echo "[$(date +%T)] $*" >&2; }

get_token() {
  local attempt response
  for attempt in 1 2 3; do
    response=$(curl -s -X POST "$AM_URL/oauth2/access_token" \
      -u "$AM_USER:$AM_SECRET" \
      -H "Content-Type: application/x-www-form-urlencoded" \
      -d "grant_type=client_credentials&scope=fr:idm:*")
    log "attempt $attempt: $response"
    sleep 2
  done
  echo "$response" | jq -r '.access_token'
}

TOKEN=$(get_token)
curl -sf -X PUT "$AM_URL/../openidm/config/managed" -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' -d @managed.json
