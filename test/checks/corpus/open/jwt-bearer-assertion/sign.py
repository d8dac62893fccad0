import json
import os
import time

import jwt

key = open(os.environ["SIGNING_KEY_FILE"]).read()
now = int(time.time())
claims = {"iss": os.environ["CLIENT_ID"], "sub": os.environ["USER_ID"], "aud": "account-d.docusign.com", "iat": now, "exp": now + 3600}
print(json.dumps({"assertion": jwt.encode(claims, key, algorithm="RS256")}))
