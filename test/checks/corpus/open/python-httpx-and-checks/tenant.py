"""Looks a tenant up by name; TENANT_CLIENT_ID and TENANT_CLIENT_SECRET are the runner's."""
import json
import os
import sys

import httpx

name = json.load(sys.stdin)["name"]

with httpx.Client(timeout=30, follow_redirects=False) as client:
    answer = client.post(
        "https://id.rushes.example/oauth2/token",
        data={"grant_type": "client_credentials", "scope": "tenants:read"},
        auth=httpx.BasicAuth(os.environ["TENANT_CLIENT_ID"], os.environ["TENANT_CLIENT_SECRET"]),
    )
    if answer.status_code != 200:
        print(f"token endpoint: HTTP {answer.status_code}", file=sys.stderr)
        sys.exit(1)
    headers = {"Authorization": "Bearer " + answer.json()["access_token"]}
    found = client.get("https://api.rushes.example/tenants", params={"name": name}, headers=headers)
    found.raise_for_status()

tenants = found.json()["items"]
if len(tenants) != 1:
    sys.exit(f"{len(tenants)} tenants are called {name}")
json.dump({"id": str(tenants[0]["id"]), "plan": tenants[0]["plan"]}, sys.stdout)
