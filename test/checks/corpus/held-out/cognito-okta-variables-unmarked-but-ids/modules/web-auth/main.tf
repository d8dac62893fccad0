variable "okta_issuer" {
  type = string
}

variable "okta_client_id" {
  type = string
}

variable "secret_arn" {
  type = string
}

variable "token_lifetime" {
  type    = number
  default = 3600
}

resource "aws_lambda_function" "callback" {
  function_name = "auth-callback"
  role          = aws_iam_role.callback.arn
  package_type  = "Image"
  image_uri     = "111122223333.dkr.ecr.eu-west-1.amazonaws.com/auth-callback:3"
  environment {
    variables = {
      TOKEN_ENDPOINT     = "${var.okta_issuer}/v1/token"
      CLIENT_ID          = var.okta_client_id
      CLIENT_SECRET_ARN  = var.secret_arn
      TOKEN_LIFETIME     = var.token_lifetime
      PASSWORD_RESET_URL = "https://twite.okta.com/signin/forgot-password"
    }
  }
}

resource "aws_iam_role" "callback" {
  name               = "auth-callback"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "lambda.amazonaws.com" } }] })
}

output "token_endpoint" {
  value = "${var.okta_issuer}/v1/token"
}
