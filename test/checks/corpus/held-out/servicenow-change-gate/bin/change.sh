#!/bin/bash
set -e

auth() {
  curl -s -X POST "$SNOW_HOST/oauth_token.do" \
    -H "Content-Type: application/x-www-form-urlencoded" \
    -d "grant_type=password" \
    -d "client_id=$SNOW_CLIENT" \
    -d "client_secret=$SNOW_SECRET" \
    -d "username=$SNOW_USER" \
    -d "password=$SNOW_PASSWORD"
}

ACCESS_TOKEN=$(auth | jq -r '.access_token')
echo "Authenticated with token ${ACCESS_TOKEN:0:6}..."

STATE=$(curl -sf "$SNOW_HOST/api/now/table/change_request?sysparm_query=u_plan=$1" -H "Authorization: Bearer $ACCESS_TOKEN" | jq -r '.result[0].state')
[ "$STATE" = "-1" ]
