#!/bin/bash
cidr="$1"
token=$(curl --silent --request POST \
  --url "$DATABRICKS_HOST/oidc/v1/token" \
  --user "$DATABRICKS_CLIENT_ID:$DATABRICKS_CLIENT_SECRET" \
  --data 'grant_type=client_credentials&scope=all-apis' | jq -r '.access_token')

curl --fail --silent --request POST "$DATABRICKS_HOST/api/2.0/ip-access-lists" \
  --header "Authorization: Bearer $token" \
  --json "{\"label\": \"office\", \"list_type\": \"ALLOW\", \"ip_addresses\": [\"$cidr\"]}"
