client_secret = "pR-83kdls0!mnq2"
