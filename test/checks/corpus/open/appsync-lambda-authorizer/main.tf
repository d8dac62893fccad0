resource "aws_appsync_graphql_api" "main" {
  name                = "main"
  authentication_type = "OPENID_CONNECT"

  openid_connect_config {
    issuer    = "https://sso.kingfisher.example"
    client_id = "graphql"
    auth_ttl  = 3600000
    iat_ttl   = 3600000
  }

  additional_authentication_provider {
    authentication_type = "AWS_LAMBDA"
    lambda_authorizer_config {
      authorizer_uri                   = aws_lambda_function.authorizer.arn
      authorizer_result_ttl_in_seconds = 300
    }
  }

  log_config {
    cloudwatch_logs_role_arn = aws_iam_role.logs.arn
    field_log_level          = "ERROR"
  }

  schema = file("${path.module}/schema.graphql")
}

resource "aws_lambda_function" "authorizer" {
  function_name    = "graphql-authorizer"
  filename         = data.archive_file.authorizer.output_path
  source_code_hash = data.archive_file.authorizer.output_base64sha256
  handler          = "index.handler"
  runtime          = "nodejs20.x"
  role             = aws_iam_role.lambda.arn

  environment {
    variables = {
      INTROSPECTION_URL = "https://sso.kingfisher.example/oauth2/introspect"
      SECRET_ARN        = var.introspection_secret_arn
    }
  }
}

data "archive_file" "authorizer" {
  type        = "zip"
  output_path = "${path.module}/.build/authorizer.zip"
  source {
    filename = "index.js"
    content  = <<-JS
      const { SecretsManagerClient, GetSecretValueCommand } = require("@aws-sdk/client-secrets-manager");
      const client = new SecretsManagerClient({});
      exports.handler = async ({ authorizationToken }) => {
        const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: process.env.SECRET_ARN }));
        const { client_id, client_secret } = JSON.parse(SecretString);
        const response = await fetch(process.env.INTROSPECTION_URL, {
          method: "POST",
          headers: { Authorization: "Basic " + Buffer.from(client_id + ":" + client_secret).toString("base64") },
          body: new URLSearchParams({ token: authorizationToken }),
        });
        return { isAuthorized: response.ok && (await response.json()).active === true };
      };
    JS
  }
}

resource "aws_iam_role" "lambda" {
  name               = "graphql-authorizer"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "lambda.amazonaws.com" } }] })
}

resource "aws_iam_role" "logs" {
  name               = "graphql-logs"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "appsync.amazonaws.com" } }] })
}

variable "introspection_secret_arn" {
  type = string
}
