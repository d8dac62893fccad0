resource "null_resource" "layer" {
  triggers = {
    requirements = filesha256("${path.module}/layer/requirements.txt")
  }

  provisioner "local-exec" {
    working_dir = path.module
    command     = <<-EOT
      set -eux
      rm -rf build && mkdir -p build/python
      docker run --rm -v "$PWD/layer:/src:ro" -v "$PWD/build:/out" public.ecr.aws/sam/build-python3.12 \
        pip install -r /src/requirements.txt -t /out/python --no-cache-dir
      cd build && zip -qr ../layer.zip python
    EOT
  }
}

resource "aws_lambda_layer_version" "oauth" {
  layer_name          = "oauth-client"
  filename            = "${path.module}/layer.zip"
  compatible_runtimes = ["python3.12"]
  depends_on          = [null_resource.layer]
}

resource "aws_lambda_function" "sync" {
  function_name = "crm-sync"
  handler       = "sync.handler"
  runtime       = "python3.12"
  role          = aws_iam_role.sync.arn
  filename      = data.archive_file.sync.output_path
  layers        = [aws_lambda_layer_version.oauth.arn]
  timeout       = 300

  environment {
    variables = {
      TOKEN_URL  = "https://login.crm.oatfield.example/oauth2/token"
      SECRET_ARN = aws_secretsmanager_secret.crm.arn
    }
  }
}

data "archive_file" "sync" {
  type        = "zip"
  source_file = "${path.module}/src/sync.py"
  output_path = "${path.module}/build/sync.zip"
}

resource "aws_secretsmanager_secret" "crm" {
  name = "crm/oauth"
}

resource "aws_iam_role" "sync" {
  name               = "crm-sync"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "lambda.amazonaws.com" } }] })
}

resource "aws_cloudwatch_event_rule" "nightly" {
  name                = "crm-sync-nightly"
  schedule_expression = "cron(30 1 * * ? *)"
}

resource "aws_cloudwatch_event_target" "sync" {
  rule = aws_cloudwatch_event_rule.nightly.name
  arn  = aws_lambda_function.sync.arn
}
