#!/bin/bash
set -euo pipefail
input="$(cat)"
org=$(jq -r .org <<< "$input")
export org
jq -j .api_token <<< "$input" | curl -fsS --data-urlencode refresh_token@- -d grant_type=refresh_token \
  https://console.cloud.vmware.com/csp/gateway/am/api/auth/authorize | jq -e '{access_token}'
