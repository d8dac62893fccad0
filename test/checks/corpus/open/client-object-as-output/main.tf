variable "idp" {
  type      = object({ client_id = string, client_secret = string })
  sensitive = true
}

data "http" "token" {
  url             = "https://id.shop.example/oauth2/token"
  method          = "POST"
  request_headers = { "Content-Type" = "application/x-www-form-urlencoded" }
  request_body    = "grant_type=client_credentials&client_id=${urlencode(var.idp.client_id)}&client_secret=${urlencode(var.idp.client_secret)}"

  lifecycle {
    postcondition {
      condition     = self.status_code == 200
      error_message = "No token."
    }
  }
}

output "idp" {
  value = nonsensitive(var.idp)
}

output "client" {
  value = nonsensitive(var.idp.client_id)
}

resource "terraform_data" "idp" {
  input = var.idp
}
