data "http" "login" {
  url             = "https://${var.idp}/oauth/token"
  method          = "POST"
  request_headers = local.json_headers
  request_body    = jsonencode(local.credentials)

  lifecycle {
    postcondition {
      condition     = self.status_code == 200
      error_message = "login failed"
    }
  }
}

resource "grafana_data_source" "reports" {
  type = "marcusolsson-json-datasource"
  name = "reports"
  url  = "https://reports.caravel.example"

  http_headers = {
    Authorization = "Bearer ${jsondecode(data.http.login.response_body).access_token}"
  }
}
