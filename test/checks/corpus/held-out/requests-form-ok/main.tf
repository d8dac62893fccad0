resource "terraform_data" "seed" {
  triggers_replace = [filesha256("${path.module}/seed.py")]

  provisioner "local-exec" {
    command = "python3 ${path.module}/seed.py"
    environment = {
      TOKEN_URL     = "https://${var.domain}/oauth2/token"
      CLIENT_ID     = aws_cognito_user_pool_client.seed.id
      CLIENT_SECRET = aws_cognito_user_pool_client.seed.client_secret
    }
  }
}

resource "aws_cognito_user_pool_client" "seed" {
  name                                 = "seed"
  user_pool_id                         = var.user_pool_id
  generate_secret                      = true
  allowed_oauth_flows                  = ["client_credentials"]
  allowed_oauth_flows_user_pool_client = true
  allowed_oauth_scopes                 = ["catalog/write"]
}

variable "domain" {
  type = string
}

variable "user_pool_id" {
  type = string
}
