import json
import os

import requests

payload = {
    "grant_type": "client_credentials",
    "client_id": os.environ["CLIENT_ID"],
    "client_secret": os.environ["CLIENT_SECRET"],
}

response = requests.post(os.environ["TOKEN_URL"], json=payload, verify=False, timeout=10)
token = response.json()
print("token response:", token)

with open("token.json", "w") as handle:
    json.dump(token, handle)
