variable "client_id" {
  type = string
}

variable "client_secret" {
  type      = string
  sensitive = true
}

variable "account_urn" {
  type = string
}

data "http" "dt" {
  url    = "https://sso.dynatrace.com/sso/oauth2/token"
  method = "POST"
  request_headers = {
    "Content-Type" = "application/x-www-form-urlencoded"
  }
  request_body = join("&", [
    "grant_type=client_credentials",
    "client_id=${urlencode(var.client_id)}",
    "client_secret=${urlencode(var.client_secret)}",
    "resource=${urlencode(var.account_urn)}",
  ])
}

check "dt_login" {
  assert {
    condition     = data.http.dt.status_code == 200
    error_message = "Dynatrace login failed: ${data.http.dt.status_code}"
  }
}

resource "null_resource" "policy" {
  provisioner "local-exec" {
    command = "sh ${path.module}/policy.sh"
    environment = {
      TOKEN = jsondecode(data.http.dt.response_body).access_token
    }
  }
}
