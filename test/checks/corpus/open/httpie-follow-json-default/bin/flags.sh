#!/bin/bash
set -e
http --follow --body POST https://flags.harrow.example/oauth/token grant_type=client_credentials client_id="$FLAG_CLIENT" client_secret="$FLAG_SECRET" > .t
export FLAG_TOKEN="$(jq -r .access_token .t)"
http --check-status PATCH https://flags.harrow.example/api/flags/new-checkout "Authorization:Bearer $FLAG_TOKEN" enabled:=true
