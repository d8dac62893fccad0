data "terraform_remote_state" "identity" {
  backend = "s3"
  config = {
    bucket = "flint-state"
    key    = "identity/terraform.tfstate"
    region = "eu-west-1"
  }
}

locals {
  token_endpoint = data.terraform_remote_state.identity.outputs.token_endpoint
  client_id      = data.terraform_remote_state.identity.outputs.client_ids["shop"]
}

moved {
  from = aws_lambda_function.shop
  to   = module.shop.aws_lambda_function.this
}

removed {
  from = null_resource.old_token

  lifecycle {
    destroy = false
  }
}

import {
  to = module.shop.aws_cloudwatch_log_group.this
  id = "/aws/lambda/shop"
}

module "shop" {
  source = "./modules/lambda"
  name   = "shop"
  environment = {
    TOKEN_ENDPOINT    = local.token_endpoint
    CLIENT_ID         = local.client_id
    CLIENT_SECRET_ARN = data.aws_secretsmanager_secret.shop.arn
  }
}

data "aws_secretsmanager_secret" "shop" {
  name = "shop/oauth"
}
