resource "aws_secretsmanager_secret" "oauth_client" {
  name        = "integrations/erp/oauth-client"
  description = "client_id and client_secret of the ERP integration"
}

resource "aws_secretsmanager_secret_rotation" "oauth_client" {
  secret_id           = aws_secretsmanager_secret.oauth_client.id
  rotation_lambda_arn = aws_lambda_function.rotate.arn
  rotation_rules {
    automatically_after_days = 30
  }
}

data "archive_file" "rotate" {
  type        = "zip"
  source_dir  = "${path.module}/lambda"
  output_path = "${path.module}/.build/rotate.zip"
}

resource "aws_lambda_function" "rotate" {
  function_name    = "rotate-erp-oauth-client"
  filename         = data.archive_file.rotate.output_path
  source_code_hash = data.archive_file.rotate.output_base64sha256
  handler          = "rotate.handler"
  runtime          = "python3.12"
  role             = aws_iam_role.rotate.arn
  timeout          = 60

  environment {
    variables = {
      TOKEN_ENDPOINT = "https://login.erp.kestrel.example/oauth2/token"
      ADMIN_API      = "https://api.erp.kestrel.example/admin"
    }
  }
}

resource "aws_lambda_permission" "secretsmanager" {
  statement_id  = "AllowSecretsManager"
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.rotate.function_name
  principal     = "secretsmanager.amazonaws.com"
}

resource "aws_iam_role" "rotate" {
  name = "rotate-erp-oauth-client"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "lambda.amazonaws.com" } }]
  })
}

resource "aws_iam_role_policy" "rotate" {
  role = aws_iam_role.rotate.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["secretsmanager:GetSecretValue", "secretsmanager:PutSecretValue", "secretsmanager:DescribeSecret", "secretsmanager:UpdateSecretVersionStage"]
      Resource = aws_secretsmanager_secret.oauth_client.arn
    }]
  })
}
