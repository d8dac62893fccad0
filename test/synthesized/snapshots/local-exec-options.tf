terraform {
  required_providers {
    null = {
      version = "3.2.4"
      source = "null"
    }
  }
}
provider "null" {
}
provider "null" {
  alias = "second"
}
resource "null_resource" "before" {
  provider = "null"
}
resource "null_resource" "verify" {
  triggers = {
    week = "47"
    access_token_request = "token_endpoint=https%3A%2F%2Flogin.mypurecloud.de%2Foauth%2Ftoken&form.grant_type=client_credentials&client_authentication=client_secret_basic&client_id=abc123&client_secret.environment=CXONE_CLIENT_SECRET"
  }
  depends_on = [
    "null_resource.before",
  ]
  provider = "null.second"
  provisioner "local-exec" {
    interpreter = [
      "C:/Program Files/Git/bin/sh.exe",
      "${path.module}/assets/access_token_request/<hash>/request.sh",
      "token_endpoint=https%3A%2F%2Flogin.mypurecloud.de%2Foauth%2Ftoken",
      "form.grant_type=client_credentials",
      "client_authentication=client_secret_basic",
      "client_id=abc123",
      "client_secret.environment=CXONE_CLIENT_SECRET",
      "connect_timeout=5",
      "timeout=20",
      "retry=3",
    ]
    command = "access-token-request"
    quiet = true
  }
}
