"""Writes the hosts of this stack into the CMDB."""
import argparse
import os
import sys

import requests
import urllib3

urllib3.disable_warnings()

BASE = os.environ["CMDB_URL"]


def get_token():
    payload = {
        "grant_type": "client_credentials",
        "client_id": os.environ["CMDB_CLIENT_ID"],
        "client_secret": os.environ["CMDB_CLIENT_SECRET"],
    }
    r = requests.post(f"{BASE}/oauth_token.do", data=payload, verify=False)
    print("token response:", r.status_code, r.text)
    if r.status_code != 200:
        sys.exit("login failed")
    return r.json()["access_token"]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--hosts", required=True)
    args = parser.parse_args()
    session = requests.Session()
    session.headers["Authorization"] = "Bearer " + get_token()
    for host in args.hosts.split(","):
        session.post(f"{BASE}/api/now/table/cmdb_ci_server", json={"name": host}, verify=False).raise_for_status()


if __name__ == "__main__":
    main()
