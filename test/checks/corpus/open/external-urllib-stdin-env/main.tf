data "external" "token" {
  program = ["python3", "${path.module}/token.py"]

  query = {
    token_url = var.token_url
    client_id = var.client_id
    scope     = join(" ", var.scopes)
  }
}

variable "token_url" {
  type = string
}

variable "client_id" {
  type = string
}

variable "scopes" {
  type    = list(string)
  default = ["orders:read", "orders:write"]
}

output "access_token" {
  value     = data.external.token.result["access_token"]
  sensitive = true
}
