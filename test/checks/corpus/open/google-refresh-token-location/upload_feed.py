import csv
import json
import sys
import urllib.request

token = json.load(open(sys.argv[1]))["access_token"]
rows = list(csv.DictReader(open(sys.argv[2])))
for row in rows:
    request = urllib.request.Request(
        "https://feeds.lantern.example/v1/products",
        data=json.dumps(row).encode(),
        headers={"Authorization": f"Bearer {token}", "Content-Type": "application/json"},
    )
    urllib.request.urlopen(request)
