variable "api_key" {
  type      = string
  sensitive = true
}

ephemeral "http" "form" {
  url             = "https://zenml.acme.example/api/v1/login"
  method          = "POST"
  request_headers = { Content-Type = "application/x-www-form-urlencoded" }
  request_body    = "password=${urlencode(var.api_key)}"

  lifecycle {
    postcondition {
      condition     = self.status_code == 200
      error_message = "The login failed."
    }
  }
}

data "http" "json" {
  url             = "https://zenml.acme.example/api/v1/login"
  method          = "POST"
  request_headers = { Content-Type = "application/json" }
  request_body    = jsonencode({ password = var.api_key })
}

resource "terraform_data" "curl" {
  provisioner "local-exec" {
    command     = "curl -sf -o /dev/null -d \"password=$KEY\" https://zenml.acme.example/api/v1/login"
    environment = { KEY = var.api_key }
  }
}
