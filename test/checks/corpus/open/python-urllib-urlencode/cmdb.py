import json
import os
from urllib.parse import urlencode
from urllib.request import Request, urlopen

host = os.environ["CMDB_HOST"]
form = urlencode(
    {
        "grant_type": "password",
        "username": os.environ["CMDB_USER"],
        "password": os.environ["CMDB_PASSWORD"],
        "client_id": os.environ["CMDB_CLIENT"],
        "client_secret": os.environ["CMDB_SECRET"],
    }
).encode()

with urlopen(Request(f"https://{host}/oauth_token.do", data=form), timeout=30) as response:
    token = json.load(response)["access_token"]

record = json.dumps({"name": "apps", "u_managed_by": "terraform"}).encode()
headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
with urlopen(Request(f"https://{host}/api/now/table/cmdb_ci_group", data=record, headers=headers), timeout=30) as response:
    print("cmdb:", response.status)
