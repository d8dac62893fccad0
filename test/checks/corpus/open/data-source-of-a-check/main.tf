variable "probe" {
  type      = string
  sensitive = true
}

check "idp" {
  data "http" "token" {
    url             = "https://id.shop.example/oauth2/token"
    method          = "POST"
    request_headers = { "Content-Type" = "application/json" }
    request_body    = jsonencode({ grant_type = "client_credentials", client_id = "probe", client_secret = var.probe })
  }

  assert {
    condition     = data.http.token.status_code == 200
    error_message = "The identity provider is down."
  }
}
