#!/bin/sh
set -e
curl -s -u "$2:$3" -X POST -H 'Content-Type: application/x-www-form-urlencoded' -d 'grant_type=client_credentials' "https://login.$1/oauth/token" -o "token-$1.json"
