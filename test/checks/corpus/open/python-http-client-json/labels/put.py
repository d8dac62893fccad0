import json
import os
import pathlib
import urllib.request

for label in json.loads(pathlib.Path(__file__).with_name("labels.json").read_text()):
    request = urllib.request.Request(
        f"https://{os.environ['HOST']}/api/v2/labels",
        data=json.dumps({"key": "env", "value": label}).encode(),
        headers={"Authorization": "Bearer " + os.environ["TOKEN"], "Content-Type": "application/json"},
    )
    urllib.request.urlopen(request)
