"""Prints an access token for Terraform's external data source."""
import datetime
import json
import os
import sys

import requests

answer = requests.post(
    "https://sso.nightjar.example/oauth2/token",
    data={"grant_type": "client_credentials", "scope": "datasets:write"},
    auth=(sys.argv[1], os.environ["CATALOG_CLIENT_SECRET"]),
    allow_redirects=False,
    timeout=30,
)
answer.raise_for_status()
body = answer.json()
expires_at = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(seconds=body["expires_in"])
print(json.dumps({"access_token": body["access_token"], "expires_at": expires_at.strftime("%Y-%m-%dT%H:%M:%SZ")}))
