import argparse
import json
import secrets

import boto3

parser = argparse.ArgumentParser()
parser.add_argument("--secret-id", required=True)
args = parser.parse_args()

client = boto3.client("secretsmanager")
value = json.loads(client.get_secret_value(SecretId=args.secret_id)["SecretString"])
value["client_secret"] = secrets.token_urlsafe(32)
client.put_secret_value(SecretId=args.secret_id, SecretString=json.dumps(value))
print("rotated", args.secret_id)
