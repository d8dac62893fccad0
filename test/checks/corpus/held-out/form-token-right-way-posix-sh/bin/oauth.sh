# client_credentials TOKEN_ENDPOINT SCOPES: prints an access token
client_credentials() {
  response=$(
    printf 'user = "%s:%s"\n' "$DNS_CLIENT_ID" "$DNS_CLIENT_SECRET" |
      curl -q --config - --silent --show-error --fail --max-time 30 \
        --data grant_type=client_credentials --data-urlencode "scope=$2" "$1"
  ) || return 1
  printf '%s' "$response" | jq -er .access_token
}

# with_bearer TOKEN CURL_ARGUMENTS...
with_bearer() {
  bearer=$1
  shift
  printf 'header = "Authorization: Bearer %s"\n' "$bearer" | curl -q --config - --silent --show-error --fail "$@"
}
