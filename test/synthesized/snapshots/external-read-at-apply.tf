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
    "token_endpoint=https%3A%2F%2Fapi.mypurecloud.com%2Fapi%2Fv2%2Fauthorization%2Foauth2%2Ftoken",
    "form.grant_type=client_credentials",
    "form.scope=urn%3Anice%3Acxone%3Aplatform%3Aapi",
    "client_authentication=client_secret_post",
    "client_id=abc123",
    "client_secret.environment=CXONE_CLIENT_SECRET",
    "minimum_lifetime=600",
    "retry=3",
    "output=json"
  ]
  query = {
    read_at = "${timestamp()}"
  }
}
provider "external" {
}
