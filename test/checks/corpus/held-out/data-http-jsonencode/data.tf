data "http" "cc_token" {
  provider = http.default
  url      = "https://api.${var.environment}.genesyscloud.com/api/v2/authorization/oauth2/token"
  method   = "POST"
  request_headers = {
    content-type = "application/json"
  }
  request_body = jsonencode({
    "grant_type"    = "client_credentials",
    "client_id"     = var.cc_id,
    "client_secret" = var.cc_secret
  })
}

locals {
  cc_token = jsondecode(data.http.cc_token.response_body).access_token
}

resource "restapi_object" "queue" {
  provider = restapi
  path     = "/api/v2/routing/queues"
  data     = jsonencode({ name = "support" })
}
