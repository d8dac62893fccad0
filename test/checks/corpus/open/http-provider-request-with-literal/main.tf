locals {
  oauth = {
    id     = "reporting"
    secret = "Xk29-fjQ8-ppL0-reporting-77"
  }
}

data "http" "token" {
  url    = "https://login.reports.example/oauth2/token"
  method = "POST"

  request_headers = {
    Authorization = "Basic ${base64encode("${local.oauth.id}:${local.oauth.secret}")}"
    Content-Type  = "application/x-www-form-urlencoded"
  }

  request_body = "grant_type=client_credentials&scope=reports.read reports.write"
}

resource "terraform_data" "report" {
  count = data.http.token.status_code == 200 ? 1 : 0

  provisioner "local-exec" {
    command = "sh run.sh"
    environment = {
      TOKEN = jsondecode(data.http.token.response_body).access_token
    }
  }
}
