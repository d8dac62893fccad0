#!/usr/bin/env bash
set -euo pipefail
image=$(jq -r .image)
token=$(curl -sS --fail "https://auth.docker.io/token?service=registry.docker.io&scope=repository:${image}:pull" | jq -er .token)
curl -sS --fail -H "Authorization: Bearer $token" "https://registry-1.docker.io/v2/${image}/tags/list" |
  jq -e '{tag: (.tags | map(select(test("^[0-9]+\\.[0-9]+\\.[0-9]+$"))) | sort | last)}'
