import json
import os

import requests

url = "https://login.sundial.example/oauth2/token"

payload = json.dumps({
    "grant_type": "client_credentials",
    "client_id": os.getenv("SUNDIAL_ID"),
    "client_secret": os.getenv("SUNDIAL_SECRET"),
})
headers = {
    'Content-Type': 'application/json',
}

response = requests.request("POST", url, headers=headers, data=payload)
if response.status_code != 200:
    raise SystemExit("no token: %d" % response.status_code)

print(json.dumps({"access_token": response.json()["access_token"]}))
