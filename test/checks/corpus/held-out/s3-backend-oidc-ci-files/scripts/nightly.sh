#!/bin/sh
curl -s -X POST https://sso.redwing.example/oauth2/token -d "grant_type=client_credentials&client_secret=$CLIENT_SECRET" -o token.json
