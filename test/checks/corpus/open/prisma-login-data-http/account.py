import json
import os
import urllib.request

request = urllib.request.Request(
    "https://api2.eu.prismacloud.io/cloud/gcp",
    data=json.dumps({"cloudAccount": {"projectId": os.environ["PROJECT"], "enabled": True}}).encode(),
    headers={"x-redlock-auth": os.environ["PRISMA_TOKEN"], "Content-Type": "application/json"},
)
urllib.request.urlopen(request)
