curl -s -X POST ${url}/oauth/token \
  -H 'Content-Type: application/x-www-form-urlencoded' \
  -d 'grant_type=client_credentials&client_id=${id}&client_secret=${secret}' \
  -o /tmp/idp-token.json
test -s /tmp/idp-token.json
