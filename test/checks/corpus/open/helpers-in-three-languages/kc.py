#!/usr/bin/env python3
import os, urllib.request, json
data = json.dumps({"grant_type": "client_credentials", "client_id": "tf", "client_secret": os.environ["KC_SECRET"]}).encode()
req = urllib.request.Request(os.environ["KC_URL"] + "/realms/main/protocol/openid-connect/token", data=data, headers={"Content-Type": "application/json"})
with urllib.request.urlopen(req) as resp:
    print(resp.read())
