#!/usr/bin/env bash
set -euo pipefail
printf 'header = "Authorization: Bearer %s"\n' "$ORCHARD_TOKEN" | curl -fsS --config - -X POST https://api.orchard.example/sync
