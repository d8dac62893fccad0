resource "aws_lambda_function" "auth_edge" {
  provider      = aws.us_east_1
  function_name = "auth-edge"
  filename      = data.archive_file.edge.output_path
  handler       = "index.handler"
  runtime       = "nodejs20.x"
  publish       = true
  role          = aws_iam_role.edge.arn
}

data "archive_file" "edge" {
  type        = "zip"
  output_path = "${path.module}/.build/edge.zip"

  source {
    filename = "config.json"
    content = jsonencode({
      authorizationEndpoint = "https://sso.skerry.example/oauth2/authorize"
      tokenEndpoint         = "https://sso.skerry.example/oauth2/token"
      clientId              = var.client_id
      grantType             = "authorization_code"
      secretParameter       = aws_ssm_parameter.client_secret.name
    })
  }

  source {
    filename = "index.js"
    content  = file("${path.module}/edge/index.js")
  }
}

resource "aws_ssm_parameter" "client_secret" {
  provider = aws.us_east_1
  name     = "/edge/client-secret"
  type     = "SecureString"
  value    = var.client_secret
}

provider "aws" {
  alias  = "us_east_1"
  region = "us-east-1"
}

resource "aws_iam_role" "edge" {
  name = "auth-edge"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = ["lambda.amazonaws.com", "edgelambda.amazonaws.com"] } }]
  })
}

variable "client_id" {
  type = string
}

variable "client_secret" {
  type      = string
  sensitive = true
}
