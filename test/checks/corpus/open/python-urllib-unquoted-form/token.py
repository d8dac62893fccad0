import json
import os
import urllib.request

# CI exports these two
refresh_token = os.environ["DOCUSIGN_REFRESH_TOKEN"]
basic = os.environ["DOCUSIGN_BASIC"]

body = f"grant_type=refresh_token&refresh_token={refresh_token}"
request = urllib.request.Request(
    "https://account-d.docusign.com/oauth/token",
    data=body.encode(),
    headers={
        "Authorization": "Basic " + basic,
        "Content-Type": "application/x-www-form-urlencoded",
    },
)
with urllib.request.urlopen(request, timeout=20) as response:
    answer = json.load(response)

print(json.dumps({"access_token": answer["access_token"]}))
