# The provider's debug mode logs each request with its header fields, and each answer.
variable "client_secret" {
  type      = string
  sensitive = true
}

provider "restapi" {
  uri   = "https://api.example.com"
  debug = true

  oauth_client_credentials {
    oauth_client_id      = "abc"
    oauth_client_secret  = var.client_secret
    oauth_token_endpoint = "https://login.example.com/oauth/token"
  }
}
