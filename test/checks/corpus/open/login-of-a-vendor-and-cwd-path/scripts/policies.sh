#!/usr/bin/env bash
TOKEN=$(curl -s -H 'Content-Type: application/json' \
  -d "{\"username\": \"$CONSOLE_USER\", \"password\": \"$CONSOLE_PASSWORD\"}" \
  https://console.copperleaf.example/api/v1/authenticate | jq -r .token)
curl -fsS -X PUT -H "Authorization: Bearer $TOKEN" --data @policies.json https://console.copperleaf.example/api/v1/policies
