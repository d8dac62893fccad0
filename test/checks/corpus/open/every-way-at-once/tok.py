import sys, json, requests
r = requests.post("https://idp.example.com/oauth2/token", json={"grant_type": "client_credentials", "client_id": sys.argv[1], "client_secret": sys.argv[2]}, verify=False)
print(json.dumps({"token": r.json()["access_token"]}))
