import json
import sys
import urllib.parse
import urllib.request

query = json.load(sys.stdin)
data = urllib.parse.urlencode(
    {
        "grant_type": "client_credentials",
        "client_id": query["client_id"],
        "client_secret": query["client_secret"],
    }
).encode()
with urllib.request.urlopen(query["url"], data=data, timeout=15) as response:
    answer = json.load(response)
json.dump({"access_token": answer["access_token"]}, sys.stdout)
