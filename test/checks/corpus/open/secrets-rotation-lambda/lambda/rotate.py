import json
import os
import urllib.parse
import urllib.request

import boto3

secrets = boto3.client("secretsmanager")


def token(client):
    form = urllib.parse.urlencode(
        {"grant_type": "client_credentials", "client_id": client["client_id"], "client_secret": client["client_secret"]}
    )
    with urllib.request.urlopen(os.environ["TOKEN_ENDPOINT"], data=form.encode(), timeout=20) as response:
        return json.load(response)["access_token"]


def handler(event, context):
    step = event["Step"]
    current = json.loads(secrets.get_secret_value(SecretId=event["SecretId"])["SecretString"])
    if step == "createSecret":
        request = urllib.request.Request(
            f"{os.environ['ADMIN_API']}/clients/{current['client_id']}/secret",
            method="POST",
            headers={"Authorization": f"Bearer {token(current)}"},
        )
        with urllib.request.urlopen(request) as response:
            fresh = json.load(response)
        secrets.put_secret_value(
            SecretId=event["SecretId"],
            ClientRequestToken=event["ClientRequestToken"],
            SecretString=json.dumps({**current, "client_secret": fresh["secret"]}),
            VersionStages=["AWSPENDING"],
        )
    elif step == "testSecret":
        token(current)
