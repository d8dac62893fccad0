#!/bin/sh
set -eu
printf 'header = "Authorization: Bearer %s"\n' "$TOKEN" |
  curl -q -fsS --config - --form file=@flows.yaml https://api.mypurecloud.ie/api/v2/flows/jobs
