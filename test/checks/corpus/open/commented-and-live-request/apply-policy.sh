#!/bin/sh
set -eu
printf 'header = "Authorization: %s"\n' "$AUTHORIZATION" | curl -q -K - -fsS -T policy.json https://policy.vantage.example/v1/policies/default
