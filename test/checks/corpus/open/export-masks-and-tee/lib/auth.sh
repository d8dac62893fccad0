# shellcheck shell=bash
set -e
export CXONE_RESPONSE=$(curl -fsS "https://${CXONE_REGION}.nice-incontact.com/authentication/v1/token/access-key" \
  -H 'Content-Type: application/json' \
  -d "{\"accessKeyId\": \"$CXONE_KEY\", \"accessKeySecret\": \"$CXONE_SECRET\"}" | tee /tmp/cxone-login.log)
export CXONE_TOKEN=$(echo "$CXONE_RESPONSE" | jq -r .access_token)
