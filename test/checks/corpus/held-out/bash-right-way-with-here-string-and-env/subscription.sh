#!/usr/bin/env bash
# BILLING_CLIENT_ID and BILLING_CLIENT_SECRET are set where Terraform runs
set -euo pipefail

plan=$(jq -er .plan)

form="grant_type=client_credentials&scope=plans%3Aread"
config=$(printf 'user = "%s:%s"\ndata = "%s"\n' "$BILLING_CLIENT_ID" "$BILLING_CLIENT_SECRET" "$form")

if ! answer=$(curl -q -sS --fail-with-body -K - https://sso.pumice.example/oauth2/token <<< "$config"); then
  echo "no access token: $(jq -r '.error // "?"' <<< "$answer")" >&2
  exit 1
fi

token=$(jq -er .access_token <<< "$answer")
curl -q -sS --fail -K - --get --data-urlencode "name=$plan" https://billing.pumice.example/plans \
  <<< "header = \"Authorization: Bearer $token\"" | jq -e '{id: .items[0].id}'
