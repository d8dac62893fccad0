#!/bin/bash
set -euo pipefail
jq -n --arg url "$QUEUE_URL" '{FullName: "Orders", endpointUrl: $url}' |
  curl -fsS -H @<(printf 'Authorization: Bearer %s' "$SESSION") -H 'Content-Type: application/json' --data @- "$INSTANCE_URL/services/data/v61.0/tooling/sobjects/WorkflowOutboundMessage"
