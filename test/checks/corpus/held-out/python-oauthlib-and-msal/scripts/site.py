import os
import sys

import msal
import requests

app = msal.ConfidentialClientApplication(
    os.environ["AZURE_CLIENT_ID"],
    authority=f"https://login.microsoftonline.com/{os.environ['AZURE_TENANT_ID']}",
    client_credential=os.environ["AZURE_CLIENT_SECRET"],
)
result = app.acquire_token_for_client(scopes=["https://graph.microsoft.com/.default"])
if "access_token" not in result:
    sys.exit(result.get("error_description", "no access token"))

response = requests.post(
    "https://graph.microsoft.com/beta/sites",
    headers={"Authorization": f"Bearer {result['access_token']}"},
    json={"displayName": os.environ["SITE_TITLE"]},
    timeout=60,
)
response.raise_for_status()
print("site:", response.json()["id"])
