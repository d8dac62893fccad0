"""Client credentials for an external data source; the secret comes from CLIENT_SECRET."""
import json
import os
import sys
import urllib.parse
import urllib.request


def main() -> int:
    query = json.load(sys.stdin)
    form = urllib.parse.urlencode(
        {
            "grant_type": "client_credentials",
            "client_id": query["client_id"],
            "client_secret": os.environ["CLIENT_SECRET"],
            "scope": query["scope"],
        }
    )
    request = urllib.request.Request(
        query["token_url"],
        data=form.encode("ascii"),
        headers={"Content-Type": "application/x-www-form-urlencoded", "Accept": "application/json"},
    )
    with urllib.request.urlopen(request, timeout=20) as response:
        token = json.load(response)
    json.dump({"access_token": token["access_token"]}, sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main())
