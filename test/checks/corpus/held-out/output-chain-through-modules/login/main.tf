variable "client_id" {
  type = string
}

variable "client_secret" {
  type      = string
  sensitive = true
}

data "http" "this" {
  url    = "https://id.wherry.example/connect/token"
  method = "POST"
  request_headers = {
    Content-Type = "application/x-www-form-urlencoded"
  }
  request_body = join("&", [
    "grant_type=client_credentials",
    "client_id=${urlencode(var.client_id)}",
    "client_secret=${urlencode(var.client_secret)}",
    "scope=build deploy",
  ])

  lifecycle {
    postcondition {
      condition     = self.status_code == 200
      error_message = "id.wherry.example: ${self.status_code}"
    }
  }
}

output "token" {
  value     = jsondecode(data.http.this.response_body).access_token
  sensitive = true
}

output "status" {
  value = data.http.this.status_code
}
