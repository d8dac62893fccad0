#!/usr/bin/env bash
set -euo pipefail
printf 'header = "Authorization: Snowflake Token=\\"%s\\""\n' "$TOKEN" |
  curl -q -K - -fsS -X POST "https://pools.glacier.example/$POOL"
