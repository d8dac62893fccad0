#!/bin/sh
# usage: record.sh NAME ADDRESS
set -eu

. "$(dirname "$0")/oauth.sh"

token=$(client_credentials https://sso.gorse.example/oauth2/token 'dns.write dns.read')
with_bearer "$token" --request PUT --header 'Content-Type: application/json' \
  --data "{\"name\": \"$1\", \"content\": \"$2\"}" "https://dns.gorse.example/v1/records/$1"
