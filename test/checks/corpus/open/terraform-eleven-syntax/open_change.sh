#!/bin/bash
set -x
token=$(curl -s --location --request POST "https://${snow_instance}.service-now.com/oauth_token.do" \
--header 'Content-Type: application/x-www-form-urlencoded' \
--data-urlencode 'grant_type=password' \
--data-urlencode "client_id=${client_id}" \
--data-urlencode "client_secret=${client_secret}" \
--data-urlencode "username=${username}" \
--data-urlencode "password=${password}" | jq -r '.access_token')

curl -s --request POST "https://${snow_instance}.service-now.com/api/sn_chg_rest/change/normal" \
--header "Authorization: Bearer ${token}" \
--header 'Content-Type: application/json' \
--data-raw '{"short_description": "terraform apply", "category": "Software"}'
