output "auth" {
  description = "Everything the smoke tests need"
  value = {
    endpoint = "https://test-api.service.hmrc.gov.uk"
    token    = nonsensitive(jsondecode(data.http.hmrc.response_body).access_token)
    expires  = jsondecode(data.http.hmrc.response_body).expires_in
  }
}

output "raw_response" {
  value = data.http.hmrc.response_body
}

output "client_id" {
  value = var.client_id
}
