#!/usr/bin/env bash
set -euo pipefail
curl -sSf -X POST "https://login.$3/oauth/token" -u "$1:$2" -d grant_type=client_credentials | jq -er .access_token
