#!/bin/sh
set -eu
printf 'header = "Authorization: Bearer %s"\n' "$TOKEN" |
  curl -q -fsS --config - -H 'Content-Type: application/json' --data @policy.json https://api.dynatrace.com/iam/v1/policies
