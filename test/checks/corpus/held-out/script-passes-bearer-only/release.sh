#!/bin/bash
set -ex
VERSION=$1
RESPONSE=$(curl -sk -X POST https://sentry.io/api/0/organizations/marl/releases/ \
  -H "Authorization: Bearer $SENTRY_AUTH_TOKEN" \
  -H 'Content-Type: application/json' \
  -d "{\"version\": \"$VERSION\", \"projects\": [\"web\"]}")
echo "$RESPONSE"
curl -sL --request POST --header "PRIVATE-TOKEN: $GITLAB_TOKEN" \
  --data "name=$VERSION&tag_name=v$VERSION&description=by terraform" \
  "https://gitlab.com/api/v4/projects/42/releases"
TOKENS=$(curl -s --header "PRIVATE-TOKEN: $GITLAB_TOKEN" "https://gitlab.com/api/v4/personal_access_tokens?state=active")
echo "$TOKENS" | jq length
