terraform {
  required_providers {
    http = {
      source  = "hashicorp/http"
      version = ">= 3.3"
    }
    aws = {
      source = "hashicorp/aws"
    }
  }
}

locals {
  token_endpoint = coalesce(var.token_endpoint, "https://${var.tenant}.pingone.eu/as/token")
  body = {
    grant_type    = "client_credentials"
    client_id     = var.client_id
    client_secret = data.aws_secretsmanager_secret_version.client.secret_string
  }
}

data "aws_secretsmanager_secret_version" "client" {
  secret_id = var.client_secret_arn
}

data "http" "token" {
  url                = local.token_endpoint
  method             = "POST"
  request_timeout_ms = 10000

  request_headers = merge(var.extra_headers, {
    "Content-Type" = "application/x-www-form-urlencoded"
  })

  request_body = join("&", [for k, v in local.body : "${k}=${urlencode(v)}"])

  retry {
    attempts = 2
  }
}

resource "aws_ssm_parameter" "token" {
  count = var.publish ? 1 : 0
  name  = "/identity/access-token"
  type  = "SecureString"
  value = jsondecode(data.http.token.response_body).access_token
}
