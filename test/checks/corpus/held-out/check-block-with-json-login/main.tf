variable "probe_secret" {
  type      = string
  sensitive = true
}

check "identity" {
  data "http" "probe" {
    url             = "https://login.example/connect/token"
    method          = "POST"
    request_headers = { "Content-Type" = "application/json" }
    request_body    = jsonencode({ grant_type = "client_credentials", client_id = "probe", client_secret = var.probe_secret })
  }

  assert {
    condition     = data.http.probe.status_code == 200
    error_message = "The identity provider does not answer."
  }
}
