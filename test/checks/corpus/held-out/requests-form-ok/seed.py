import os
import pathlib

import requests

session = requests.Session()
answer = session.post(
    os.environ["TOKEN_URL"],
    data={"grant_type": "client_credentials", "scope": "catalog/write"},
    auth=(os.environ["CLIENT_ID"], os.environ["CLIENT_SECRET"]),
    allow_redirects=False,
    timeout=15,
)
answer.raise_for_status()
session.headers["Authorization"] = "Bearer " + answer.json()["access_token"]

for item in sorted(pathlib.Path(__file__).parent.glob("seed/*.json")):
    session.post("https://catalog.acme.example/items", json={"name": item.stem}).raise_for_status()
    print("seeded", item.stem)
