import json
import sys

import requests


class SailPoint:
    def __init__(self, tenant, client_id, client_secret):
        self.base_url = "https://%s.api.identitynow.com" % tenant
        self.client_id = client_id
        self.client_secret = client_secret
        self.session = requests.Session()
        self.session.verify = False

    def login(self):
        response = self.session.post(
            self.base_url + "/oauth/token",
            data={
                "grant_type": "client_credentials",
                "client_id": self.client_id,
                "client_secret": self.client_secret,
            },
        )
        return response.json().get("access_token")


if __name__ == "__main__":
    query = json.loads(sys.stdin.read())
    client = SailPoint(query["tenant"], query["pat_id"], query["pat"])
    print(json.dumps({"access_token": client.login() or ""}))
