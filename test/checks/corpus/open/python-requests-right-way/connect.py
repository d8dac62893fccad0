#!/usr/bin/env python3
"""Creates or updates the connector that loads the shop into RAW."""
import json
import logging
import os
import sys
from pathlib import Path

import requests

log = logging.getLogger("connect")
API = "https://api.elt.foxglove.example/v1"


def access_token(session: requests.Session) -> str:
    response = session.post(
        "https://login.elt.foxglove.example/oauth2/token",
        data={"grant_type": "client_credentials", "scope": "connectors:write connectors:read"},
        auth=(os.environ["ELT_CLIENT_ID"], os.environ["ELT_CLIENT_SECRET"]),
        allow_redirects=False,
        timeout=30,
    )
    response.raise_for_status()
    return response.json()["access_token"]


def main() -> int:
    logging.basicConfig(level=logging.INFO)
    config = json.loads(Path(sys.argv[1]).read_text())
    with requests.Session() as session:
        session.headers["Authorization"] = f"Bearer {access_token(session)}"
        response = session.put(f"{API}/connectors/{config['schema']}", json=config, timeout=60)
        response.raise_for_status()
        log.info("connector %s is %s", config["schema"], response.json().get("status"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
