"""Registers a service; told its credentials by the environment."""
import os
import sys

import requests

TOKEN_ENDPOINT = "https://sso.brambling.example/oauth2/token"
REGISTRY = "https://registry.brambling.example/v1/services"


def access_token() -> str:
    response = requests.post(
        TOKEN_ENDPOINT,
        data={
            "grant_type": "client_credentials",
            "client_id": os.environ["CLIENT_ID"],
            "client_secret": os.environ["CLIENT_SECRET"],
        },
        timeout=30,
        allow_redirects=False,
    )
    if not response.ok:
        sys.exit(f"token endpoint: HTTP {response.status_code}")
    return response.json()["access_token"]


def main(name: str) -> None:
    response = requests.put(
        f"{REGISTRY}/{name}",
        json={"name": name, "auth": {"type": "oauth2", "grant_type": "client_credentials"}},
        headers={"Authorization": f"Bearer {access_token()}"},
        timeout=30,
    )
    response.raise_for_status()
    print(f"{name} is registered")


if __name__ == "__main__":
    main(sys.argv[1])
