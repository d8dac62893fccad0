#!/bin/bash
eval "$(jq -r '@sh "export TOKEN=\(.bearer_token) SUBSCRIPTION=\(.subscription_id) GROUP=\(.resource_group)"')"
SAS=$(curl -sf -X POST -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' \
  -d '{"access": "Read", "durationInSeconds": 86400}' \
  "https://management.azure.com/subscriptions/$SUBSCRIPTION/resourceGroups/$GROUP/providers/Microsoft.Compute/disks/coreos/beginGetAccess?api-version=2021-04-01" | jq -r .accessSAS)
jq -n --arg sas "$SAS" '{sas: $sas}'
