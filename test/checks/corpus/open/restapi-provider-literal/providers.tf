provider "restapi" {
  uri   = "https://api.fleet.example"
  debug = true

  oauth_client_credentials {
    oauth_client_id      = "fleet-terraform"
    oauth_client_secret  = "mQ2-77xk-Rv0p-Lz83-fleet"
    oauth_token_endpoint = "http://auth.fleet.example/oauth2/token"
    oauth_scopes         = ["vehicles"]
  }
}
