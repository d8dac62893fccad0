ephemeral "http" "token" {
  url          = "https://sso.acme.example/oauth2/token"
  method       = "POST"
  request_body = "grant_type=client_credentials&client_id=x&client_secret=${urlencode(var.client_secret)}"

  lifecycle {
    postcondition {
      condition     = self.status_code == 200
      error_message = "The access token request failed."
    }
  }
}

variable "client_id" {
  type = string
}

variable "client_secret" {
  type      = string
  sensitive = true
}
