import argparse
import os
import pathlib
import sys

import requests

parser = argparse.ArgumentParser()
parser.add_argument("--url", required=True)
parser.add_argument("--client-id", required=True)
parser.add_argument("--out", type=pathlib.Path, required=True)
args = parser.parse_args()

reply = requests.post(
    args.url,
    data={
        "grant_type": "client_credentials",
        "client_id": args.client_id,
        "client_secret": os.environ["OAUTH_CLIENT_SECRET"],
    },
    headers={"Accept": "application/json"},
    allow_redirects=False,
    timeout=30,
)
if reply.status_code != 200:
    sys.exit(f"token endpoint answered {reply.status_code}")
args.out.touch(mode=0o600)
args.out.write_text(reply.text)
print("token written to", args.out)
