#!/bin/bash
TOKEN=$(https --ignore-stdin -f -a "$SP_ID:$SP_SECRET" auth.statusboard.example/oauth2/token grant_type=client_credentials | jq -r .access_token)
for name in $NAMES; do
  https --ignore-stdin --check-status POST api.statusboard.example/components "Authorization:Bearer $TOKEN" name="$name"
done
