import http.client
import json
import sys

q = json.load(sys.stdin)
body = json.dumps({
    "grant_type": "client_credentials",
    "client_id": q["client_id"],
    "client_secret": q["client_secret"],
})
connection = http.client.HTTPSConnection(q["host"], timeout=20)
connection.request("POST", "/oauth2/token", body, {"Content-Type": "application/json", "Accept": "application/json"})
response = connection.getresponse()
if response.status != 200:
    sys.exit(f"login: {response.status} {response.reason}")
print(json.dumps({"access_token": json.loads(response.read())["access_token"]}))
