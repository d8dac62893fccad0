#!/bin/bash
set -x
curl -X POST "https://api.datadoghq.eu/api/v2/downtime" \
  -H "Content-Type: application/json" \
  -H "DD-API-KEY: ${DD_API_KEY}" \
  -H "DD-APPLICATION-KEY: ${DD_APP_KEY}" \
  -d "{\"data\": {\"type\": \"downtime\", \"attributes\": {\"scope\": \"env:$1\", \"message\": \"deploy\"}}}"
