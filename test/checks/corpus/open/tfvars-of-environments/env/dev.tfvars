client_secret = "changeme"
