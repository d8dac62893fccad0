#!/bin/bash
# SUBJECT_TOKEN is the OIDC token of the job
curl -s https://sts.googleapis.com/v1/token \
  --data-urlencode "audience=$1" \
  --data-urlencode "grant_type=urn:ietf:params:oauth:grant-type:token-exchange" \
  --data-urlencode "requested_token_type=urn:ietf:params:oauth:token-type:access_token" \
  --data-urlencode "scope=https://www.googleapis.com/auth/cloud-platform" \
  --data-urlencode "subject_token_type=urn:ietf:params:oauth:token-type:jwt" \
  --data-urlencode "subject_token=$SUBJECT_TOKEN" | jq '{access_token: .access_token}'
