set -e
TOKEN_RESPONSE=$(curl -s -X POST "${base_url}/auth/realms/${realm}/protocol/openid-connect/token" %{ if !verify_ssl }-k%{ endif } \
  -H "Content-Type: application/x-www-form-urlencoded" \
  --data-urlencode "grant_type=client_credentials" \
  --data-urlencode "client_id=${client_id}" \
  --data-urlencode "client_secret=${client_secret}")
echo "Token response: $TOKEN_RESPONSE"
TOKEN=$(echo "$TOKEN_RESPONSE" | jq -r .access_token)
curl -s -f -X POST "${base_url}/management/subscriptions" -H "Authorization: Bearer $TOKEN" -H "Content-Type: application/json" -d '{"product": "${product}"}'
