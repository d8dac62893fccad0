variable "refresh_token" {
  type = string
}

variable "client_id" {
  type    = string
  default = "terraform-cli"
}

data "http" "refresh" {
  url    = "https://accounts.crm.test/oauth/v2/token"
  method = "POST"
  request_headers = {
    Content-Type = "application/x-www-form-urlencoded"
  }
  request_body = "grant_type=refresh_token&client_id=${urlencode(var.client_id)}&refresh_token=${urlencode(var.refresh_token)}"

  lifecycle {
    postcondition {
      condition     = self.status_code == 200
      error_message = "The token endpoint answered ${self.status_code}."
    }
  }
}

output "raw" {
  value = data.http.refresh.response_body
}
