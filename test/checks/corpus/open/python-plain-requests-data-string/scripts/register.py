import argparse
import os

import requests


def get_access_token():
    payload = "grant_type=client_credentials&client_id={}&client_secret={}".format(
        os.environ["CLIENT_ID"], os.environ["CLIENT_SECRET"]
    )
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    response = requests.post(os.environ["TOKEN_URL"], data=payload, headers=headers)
    print(response.text)
    return response.json().get("access_token")


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--version")
    args = parser.parse_args()
    token = get_access_token()
    requests.post(
        "https://apps.orpine.example/api/versions",
        headers={"Authorization": f"Bearer {token}"},
        json={"version": args.version},
    ).raise_for_status()
