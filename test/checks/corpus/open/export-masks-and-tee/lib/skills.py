import json
import os
import sys
import urllib.request

for skill in json.load(open(sys.argv[1])):
    request = urllib.request.Request(
        f"https://api-{os.environ['CXONE_REGION']}.niceincontact.com/incontactapi/services/v27.0/skills",
        data=json.dumps({"skills": [skill]}).encode(),
        headers={"Authorization": "Bearer " + os.environ["CXONE_TOKEN"], "Content-Type": "application/json"},
    )
    urllib.request.urlopen(request)
