import json
import os

import boto3
from oauthlib.oauth2 import BackendApplicationClient
from requests_oauthlib import OAuth2Session

secret = json.loads(boto3.client("secretsmanager").get_secret_value(SecretId=os.environ["SECRET_ARN"])["SecretString"])


def handler(event, context):
    session = OAuth2Session(client=BackendApplicationClient(client_id=secret["client_id"]))
    session.fetch_token(os.environ["TOKEN_URL"], client_secret=secret["client_secret"])
    accounts = session.get("https://api.crm.oatfield.example/accounts")
    accounts.raise_for_status()
    return {"count": len(accounts.json())}
