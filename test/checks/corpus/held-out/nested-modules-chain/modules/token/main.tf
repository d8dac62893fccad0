variable "url" {
  type = string
}

variable "body" {
  type      = string
  sensitive = true
}

data "http" "this" {
  url          = var.url
  method       = "POST"
  request_body = var.body

  lifecycle {
    postcondition {
      condition     = self.status_code < 300
      error_message = "status ${self.status_code}"
    }
  }
}

output "bearer" {
  value     = jsondecode(data.http.this.response_body).access_token
  sensitive = true
}
