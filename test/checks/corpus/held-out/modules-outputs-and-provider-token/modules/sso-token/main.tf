data "http" "token" {
  url    = "${var.issuer}/protocol/openid-connect/token"
  method = "POST"

  request_headers = {
    Content-Type = "application/x-www-form-urlencoded"
  }

  request_body = "grant_type=client_credentials&client_id=${urlencode(var.client_id)}&client_secret=${urlencode(var.client_secret)}"

  lifecycle {
    postcondition {
      condition     = self.status_code == 200
      error_message = "The identity provider answered ${self.status_code}."
    }
  }
}
