data "archive_file" "authorizer" {
  type        = "zip"
  source_file = "${path.module}/src/handler.py"
  output_path = "${path.module}/dist/handler.zip"
}

resource "aws_lambda_function" "authorizer" {
  function_name    = "authorizer"
  role             = aws_iam_role.lambda.arn
  handler          = "handler.main"
  runtime          = "python3.12"
  filename         = data.archive_file.authorizer.output_path
  source_code_hash = data.archive_file.authorizer.output_base64sha256

  environment {
    variables = {
      ISSUER            = "https://sso.acme.example/realms/shop"
      CLIENT_SECRET_ARN = aws_secretsmanager_secret.client.arn
    }
  }
}

resource "aws_secretsmanager_secret" "client" {
  name = "shop/authorizer"
}

resource "aws_iam_role" "lambda" {
  name = "authorizer"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Action    = "sts:AssumeRole"
      Effect    = "Allow"
      Principal = { Service = "lambda.amazonaws.com" }
    }]
  })
}
