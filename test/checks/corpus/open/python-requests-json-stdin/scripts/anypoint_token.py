#!/usr/bin/env python3
import json
import sys

import requests

query = json.load(sys.stdin)

response = requests.post(
    "https://anypoint.mulesoft.com/accounts/api/v2/oauth2/token",
    json={
        "client_id": query["client_id"],
        "client_secret": query["client_secret"],
        "grant_type": "client_credentials",
    },
    timeout=30,
)

json.dump({"token": response.json()["access_token"]}, sys.stdout)
