provider "restapi" {
  uri                  = "https://cmdb.pochard.example"
  write_returns_object = true
  insecure             = true

  oauth_client_credentials {
    oauth_client_id      = "terraform"
    oauth_client_secret  = var.cmdb_secret
    oauth_token_endpoint = "http://sso.pochard.example/oauth2/token"
    oauth_scopes         = ["cmdb"]
  }
}

resource "restapi_object" "ci" {
  path = "/ci"
  data = jsonencode({ name = "db-1", class = "server" })
}

variable "cmdb_secret" {
  type = string
}
