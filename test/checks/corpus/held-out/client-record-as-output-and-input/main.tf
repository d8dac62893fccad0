variable "gateway" {
  type = object({
    id     = string
    secret = string
    scopes = list(string)
  })
  sensitive = true
}

data "http" "token" {
  url             = "https://id.example/oauth2/token"
  method          = "POST"
  request_headers = { "Content-Type" = "application/x-www-form-urlencoded" }
  request_body    = "grant_type=client_credentials&client_id=${urlencode(var.gateway.id)}&client_secret=${urlencode(var.gateway.secret)}"

  lifecycle {
    postcondition {
      condition     = self.status_code == 200
      error_message = "No token."
    }
  }
}

output "gateway" {
  value = nonsensitive(var.gateway)
}

resource "terraform_data" "gateway" {
  triggers_replace = [var.gateway]
}
