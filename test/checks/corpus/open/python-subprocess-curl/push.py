import json
import os
import subprocess
import sys


def login():
    result = subprocess.run(
        [
            "curl", "-s", "-k", "-X", "POST",
            "https://customerapiauth.fortinet.example/api/v1/oauth/token/",
            "--data-urlencode", f"username={os.environ['FORTI_USER']}",
            "--data-urlencode", f"password={os.environ['FORTI_PASSWORD']}",
            "-d", "client_id=assetmanagement",
            "-d", "grant_type=password",
        ],
        capture_output=True,
        check=True,
        text=True,
    )
    return json.loads(result.stdout)["access_token"]


token = login()
print("logged in, uploading", sys.argv[1])
