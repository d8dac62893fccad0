provider "restapi" {
  uri = "https://api.acme.example"

  oauth_client_credentials {
    oauth_client_id      = "terraform"
    oauth_client_secret  = "Hq7-ZkP2-mV91"
    oauth_token_endpoint = "https://sso.acme.example/oauth2/token"
  }
}
