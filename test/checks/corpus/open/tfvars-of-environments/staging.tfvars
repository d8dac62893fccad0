client_secret = "sT-83kdls0!mnq2"
