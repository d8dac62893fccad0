import os
import urllib.request

urllib.request.urlopen(
    urllib.request.Request(
        f"https://settings.scaup.example/{os.environ['NAME']}",
        method="PUT",
        data=b"{}",
        headers={"Authorization": "Bearer " + os.environ["TOKEN"], "Content-Type": "application/json"},
    )
)
