terraform {
  required_providers {
    external = {
      version = "2.3.5"
      source = "external"
    }
  }
}
data "external" "token" {
  program = [
    "/bin/sh",
    "${path.module}/assets/access_token_request/<hash>/request.sh",
    "token_endpoint=https%3A%2F%2Flogin.mypurecloud.de%2Foauth%2Ftoken",
    "form.grant_type=client_credentials",
    "client_authentication=client_secret_basic",
    "client_id=abc123",
    "client_secret.command=pass",
    "client_secret.command=show",
    "client_secret.command=cx+one",
    "retry=3",
    "output=json"
  ]
}
provider "external" {
}
