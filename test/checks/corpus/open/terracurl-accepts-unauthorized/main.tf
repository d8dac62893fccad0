variable "client_secret" {
  type      = string
  sensitive = true
}

resource "terracurl_request" "token" {
  name           = "token"
  url            = "https://id.shop.example/oauth2/token"
  method         = "POST"
  headers        = { Content-Type = "application/x-www-form-urlencoded" }
  request_body   = "grant_type=client_credentials&client_id=ci&client_secret=${urlencode(var.client_secret)}"
  response_codes = ["200", "401", "403"]
}
