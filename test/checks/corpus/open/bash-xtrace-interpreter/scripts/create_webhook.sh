TOKEN=$(curl -s -f -X POST "https://sandbox.orcid.org/oauth/token" \
  -H "Accept: application/json" \
  --data-urlencode "client_id=$CLIENT_ID" \
  --data-urlencode "client_secret=$CLIENT_SECRET" \
  -d "grant_type=client_credentials" \
  -d "scope=/webhook" | jq -er '.access_token')
curl -f -s -X PUT "https://api.sandbox.orcid.org/webhook" -H "Authorization: Bearer $TOKEN" --data-urlencode "url=$UPSTREAM_URL"
