#!/bin/bash

url="https://hollow-oak.jamfcloud.com"
client_id="5f0d4b7e-0a9b-4a0e-9c4b-7e0c1f2a3b4d"
client_secret="nqM3x7JcW-1tGfYv0b8sKzUeR5hLpAoD"

getAccessToken() {
  response=$(curl --silent --location --request POST "${url}/api/oauth/token" \
    --header "Content-Type: application/x-www-form-urlencoded" \
    --data-urlencode "client_id=${client_id}" \
    --data-urlencode "grant_type=client_credentials" \
    --data-urlencode "client_secret=${client_secret}")
  access_token=$(echo "$response" | jq -r .access_token)
  token_expires_in=$(echo "$response" | jq -r .expires_in)
}

getAccessToken
while IFS=, read -r serial group; do
  curl --silent -X PUT -H "Authorization: Bearer $access_token" -H 'Content-Type: application/xml' \
    -d "<computer_group><computer_additions><computer><serial_number>$serial</serial_number></computer></computer_additions></computer_group>" \
    "$url/JSSResource/computergroups/name/$group"
done < "$1"
