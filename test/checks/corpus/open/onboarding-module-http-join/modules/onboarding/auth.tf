locals {
  auth_host    = var.scanner_region == "us" ? "auth.cloudscan.example" : "auth.eu.cloudscan.example"
  access_token = try(jsondecode(data.http.token.response_body).access_token, null)
}

data "http" "token" {
  method = "POST"
  url    = format("https://%s/oauth/token", local.auth_host)

  request_headers = {
    "Content-Type" = "application/x-www-form-urlencoded"
  }

  request_body = join("&", [
    "grant_type=client_credentials",
    format("audience=%s", "https://api.cloudscan.example"),
    "client_id=${var.scanner_client_id}",
    "client_secret=${var.scanner_api_secret}",
  ])

  retry {
    attempts = 3
  }

  lifecycle {
    precondition {
      condition     = var.scanner_client_id != null && var.scanner_api_secret != null
      error_message = "Set scanner_client_id and scanner_api_secret."
    }
  }
}
