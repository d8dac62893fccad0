import json
import os
import sys

import requests

query = json.load(sys.stdin)
resp = requests.post(
    "https://zoom.us/oauth/token",
    params={
        "grant_type": "account_credentials",
        "account_id": query["account_id"],
        "client_id": os.environ["ZOOM_CLIENT_ID"],
        "client_secret": os.environ["ZOOM_CLIENT_SECRET"],
    },
)
print(json.dumps({"token": resp.json().get("access_token", "")}))
