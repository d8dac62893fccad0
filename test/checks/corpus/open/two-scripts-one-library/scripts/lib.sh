gc_token() {
  curl -sS -X POST "https://login.${GC_REGION}/oauth/token" \
    -u "${GC_CLIENT_ID}:${GC_CLIENT_SECRET}" \
    -d 'grant_type=client_credentials' | jq -r '.access_token'
}

gc_api() {
  local method=$1 path=$2
  shift 2
  curl -sS --fail -X "$method" -H "Authorization: Bearer $GC_TOKEN" -H 'Content-Type: application/json' "https://api.${GC_REGION}$path" "$@"
}
