locals {
  json_headers = {
    "Content-Type" = "application/json"
    "Accept"       = "application/json"
  }

  credentials = {
    grant_type    = "client_credentials"
    client_id     = "reporting"
    client_secret = var.reporting_secret
    audience      = "https://reports.caravel.example"
  }
}
