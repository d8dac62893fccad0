resource "aws_api_gateway_rest_api" "proxy" {
  name = "proxy"
  body = templatefile("${path.module}/openapi.yaml", {
    region    = var.region
    token_url = "https://sso.shale.example/oauth2/token"
  })
}

resource "aws_api_gateway_deployment" "proxy" {
  rest_api_id = aws_api_gateway_rest_api.proxy.id
  triggers = {
    redeployment = sha1(aws_api_gateway_rest_api.proxy.body)
  }
  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_api_gateway_stage" "prod" {
  deployment_id = aws_api_gateway_deployment.proxy.id
  rest_api_id   = aws_api_gateway_rest_api.proxy.id
  stage_name    = "prod"

  access_log_settings {
    destination_arn = aws_cloudwatch_log_group.access.arn
    format          = "$context.identity.sourceIp $context.httpMethod $context.resourcePath $context.status $context.authorizer.claims.client_id"
  }
}

resource "aws_cloudwatch_log_group" "access" {
  name              = "/apigw/proxy"
  retention_in_days = 30
}

variable "region" {
  type = string
}
