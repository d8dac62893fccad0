terraform {
  required_providers {
    null = {
      version = "3.2.4"
      source = "null"
    }
  }
}
resource "null_resource" "call_api" {
  triggers = {
    access_token_request = "token_endpoint=https%3A%2F%2Fapi.mypurecloud.com%2Fapi%2Fv2%2Fauthorization%2Foauth2%2Ftoken&form.grant_type=client_credentials&form.scope=urn%3Anice%3Acxone%3Aplatform%3Aapi&client_authentication=client_secret_post&client_id=abc123&client_secret.environment=CXONE_CLIENT_SECRET&output=run&run=%2Fopt%2Ftools%2Fcall-api.sh&run=--all&run=a+b"
  }
  provisioner "local-exec" {
    interpreter = [
      "/bin/sh",
      "${path.module}/assets/access_token_request/<hash>/request.sh",
      "token_endpoint=https%3A%2F%2Fapi.mypurecloud.com%2Fapi%2Fv2%2Fauthorization%2Foauth2%2Ftoken",
      "form.grant_type=client_credentials",
      "form.scope=urn%3Anice%3Acxone%3Aplatform%3Aapi",
      "client_authentication=client_secret_post",
      "client_id=abc123",
      "client_secret.environment=CXONE_CLIENT_SECRET",
      "retry=3",
      "output=run",
      "run=%2Fopt%2Ftools%2Fcall-api.sh",
      "run=--all",
      "run=a+b",
    ]
    command = "access-token-request"
    quiet = true
  }
}
provider "null" {
}
