import json
import sys

import requests

secret = json.load(sys.stdin)["client_secret"]
answer = requests.post(
    "http://auth.billing.example:8080/oauth/token",
    data=f"grant_type=client_credentials&client_id=billing&client_secret={secret}",
    headers={"Content-Type": "application/x-www-form-urlencoded"},
    timeout=10,
)
json.dump({"access_token": answer.json().get("access_token", "")}, sys.stdout)
