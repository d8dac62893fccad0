import json
import os
import pathlib
import urllib.request

request = urllib.request.Request(
    f"https://{os.environ['AUTH0_DOMAIN']}/api/v2/branding/templates/universal-login",
    method="PUT",
    data=json.dumps({"template": pathlib.Path(__file__).with_name("login.html").read_text()}).encode(),
    headers={"Authorization": "Bearer " + os.environ["AUTH0_TOKEN"], "Content-Type": "application/json"},
)
urllib.request.urlopen(request)
