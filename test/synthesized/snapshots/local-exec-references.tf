terraform {
  required_providers {
    null = {
      version = "3.2.4"
      source = "null"
    }
  }
}
variable "host" {
}
variable "port" {
  type = number
}
variable "client_id" {
}
resource "null_resource" "verify" {
  triggers = {
    access_token_request = "token_endpoint=https%3A%2F%2F${urlencode(var.host)}%3A${urlencode(var.port)}%2Foauth%2Ftoken&form.grant_type=client_credentials&form.audience=literal+%22%24%7Bx%7D%22+%26+%25%7By%7D&client_authentication=client_secret_post&client_id=${urlencode(var.client_id)}&client_secret.environment=CXONE_CLIENT_SECRET"
  }
  provisioner "local-exec" {
    interpreter = [
      "/bin/sh",
      "${path.module}/assets/access_token_request/<hash>/request.sh",
      "token_endpoint=https%3A%2F%2F${urlencode(var.host)}%3A${urlencode(var.port)}%2Foauth%2Ftoken",
      "form.grant_type=client_credentials",
      "form.audience=literal+%22%24%7Bx%7D%22+%26+%25%7By%7D",
      "client_authentication=client_secret_post",
      "client_id=${urlencode(var.client_id)}",
      "client_secret.environment=CXONE_CLIENT_SECRET",
      "retry=3",
    ]
    command = "access-token-request"
    quiet = true
  }
}
provider "null" {
}
