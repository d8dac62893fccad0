ephemeral "http" "token" {
  url          = "https://acme.eu.auth0.com/oauth/token"
  method       = "POST"
  request_body = jsonencode({ grant_type = "client_credentials", client_id = var.client_id, client_secret = var.client_secret })

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
