import os
import sys
import time

import jwt
import requests

LOGIN = "https://login.salesforce.com"

assertion = jwt.encode(
    {
        "iss": os.environ["SF_CONSUMER_KEY"],
        "sub": os.environ["SF_USERNAME"],
        "aud": LOGIN,
        "exp": int(time.time()) + 180,
    },
    os.environ["SF_PRIVATE_KEY"],
    algorithm="RS256",
)

response = requests.post(
    f"{LOGIN}/services/oauth2/token",
    data={"grant_type": "urn:ietf:params:oauth:grant-type:jwt-bearer", "assertion": assertion},
)
print(response.json())
if not response.ok:
    sys.exit(1)

session = response.json()
for user in sys.argv[1:]:
    requests.post(
        session["instance_url"] + "/services/data/v61.0/sobjects/PermissionSetAssignment",
        headers={"Authorization": "Bearer " + session["access_token"]},
        json={"AssigneeId": user, "PermissionSetId": "0PS000000000001"},
    ).raise_for_status()
