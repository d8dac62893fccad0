import os

from oauthlib.oauth2 import BackendApplicationClient
from requests_oauthlib import OAuth2Session

client = BackendApplicationClient(client_id=os.environ["CRM_CLIENT_ID"])
session = OAuth2Session(client=client)
session.fetch_token(
    token_url="https://login.crm.hollin.example/oauth2/token",
    client_secret=os.environ["CRM_CLIENT_SECRET"],
    include_client_id=True,
)
session.post("https://api.crm.hollin.example/v1/reports", json={"name": "weekly"}).raise_for_status()
