terraform {
  required_providers {
    null = {
      version = "3.2.4"
      source = "null"
    }
  }
}
variable "cxone_client_secret" {
  description = "Set it by TF_VAR_cxone_client_secret in the environment that Terraform runs in."
  type = string
  sensitive = true
  ephemeral = true
}
resource "null_resource" "verify_credentials" {
  triggers = {
    access_token_request = "token_endpoint=https%3A%2F%2Fapi.mypurecloud.com%2Fapi%2Fv2%2Fauthorization%2Foauth2%2Ftoken&form.grant_type=client_credentials&form.scope=urn%3Anice%3Acxone%3Aplatform%3Aapi&client_authentication=client_secret_post&client_id=abc123&client_secret.variable=cxone_client_secret"
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
      "client_secret.variable=cxone_client_secret",
      "retry=3",
    ]
    command = "access-token-request"
    environment = {
      ACCESS_TOKEN_REQUEST_CLIENT_SECRET = "${urlencode(var.cxone_client_secret)}"
    }
    quiet = true
  }
}
resource "null_resource" "platform" {
  depends_on = [
    "null_resource.verify_credentials",
  ]
}
provider "null" {
}
