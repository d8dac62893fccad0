variable "grant_secret" {
  type      = string
  sensitive = true
}

data "http" "grant" {
  url             = "https://id.example/oauth2/v1/token"
  method          = "POST"
  request_headers = { "Content-Type" = "application/x-www-form-urlencoded" }
  request_body    = "grant_type=client_credentials&client_id=tf&client_secret=${urlencode(var.grant_secret)}"

  lifecycle {
    postcondition {
      condition     = length(self.response_body) > 0
      error_message = "Nothing came back."
    }
  }
}
