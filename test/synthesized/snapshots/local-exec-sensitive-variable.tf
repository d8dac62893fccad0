terraform {
  required_providers {
    null = {
      version = "3.2.4"
      source = "null"
    }
  }
}
variable "client_secret" {
  sensitive = true
}
resource "null_resource" "verify" {
  triggers = {
    access_token_request = "token_endpoint=https%3A%2F%2Flogin.mypurecloud.de%2Foauth%2Ftoken&form.grant_type=client_credentials&client_authentication=client_secret_basic_raw&client_id=abc123&client_secret.variable=client_secret"
  }
  provisioner "local-exec" {
    interpreter = [
      "/bin/sh",
      "${path.module}/assets/access_token_request/<hash>/request.sh",
      "token_endpoint=https%3A%2F%2Flogin.mypurecloud.de%2Foauth%2Ftoken",
      "form.grant_type=client_credentials",
      "client_authentication=client_secret_basic_raw",
      "client_id=abc123",
      "client_secret.variable=client_secret",
      "retry=3",
    ]
    command = "access-token-request"
    environment = {
      ACCESS_TOKEN_REQUEST_CLIENT_SECRET = "${urlencode(var.client_secret)}"
    }
    quiet = true
  }
}
provider "null" {
}
