import json
import os
import urllib.request

request = urllib.request.Request(
    f"https://management.azure.com{os.environ['HUB_ID']}/routingIntent/default?api-version=2022-05-01",
    method="PUT",
    data=json.dumps({"properties": {"routingPolicies": []}}).encode(),
    headers={"Authorization": os.environ["ARM_BEARER"], "Content-Type": "application/json"},
)
urllib.request.urlopen(request)
