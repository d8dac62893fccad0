data "http" "hmrc" {
  url    = "https://test-api.service.hmrc.gov.uk/oauth/token"
  method = "POST"

  request_headers = {
    Content-Type = "application/x-www-form-urlencoded"
  }

  request_body = "grant_type=client_credentials&client_id=${urlencode(var.client_id)}&client_secret=${urlencode(var.client_secret)}"

  lifecycle {
    postcondition {
      condition     = self.status_code == 200
      error_message = "The token endpoint answered ${self.status_code}."
    }
  }
}
