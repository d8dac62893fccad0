variable "nac_password" {
  type      = string
  sensitive = true
}

resource "terracurl_request" "session" {
  name           = "session"
  url            = "https://nac.example/api/session"
  method         = "POST"
  headers        = { Content-Type = "application/json" }
  request_body   = jsonencode({ user = "tf", password = var.nac_password })
  response_codes = [200, 201]
}

locals {
  parsed  = jsondecode(terracurl_request.session.response)
  session = local.parsed["accessToken"]
}

output "session" {
  value = local.session
}
