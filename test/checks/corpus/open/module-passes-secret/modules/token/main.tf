variable "token_url" {
  type = string
}

variable "client_id" {
  type = string
}

variable "client_secret" {
  type = string
}

data "external" "this" {
  program = ["python3", "${path.module}/token.py"]

  query = {
    url           = var.token_url
    client_id     = var.client_id
    client_secret = var.client_secret
  }
}

output "access_token" {
  value = data.external.this.result.access_token
}
