resource "aws_apigatewayv2_api" "orders" {
  name          = "orders"
  protocol_type = "HTTP"
}

resource "aws_apigatewayv2_authorizer" "jwt" {
  api_id           = aws_apigatewayv2_api.orders.id
  authorizer_type  = "JWT"
  identity_sources = ["$request.header.Authorization"]
  name             = "jwt"

  jwt_configuration {
    audience = ["orders"]
    issuer   = "https://sso.acme.example/realms/shop"
  }
}

resource "aws_apigatewayv2_integration" "token" {
  api_id             = aws_apigatewayv2_api.orders.id
  integration_type   = "HTTP_PROXY"
  integration_method = "POST"
  integration_uri    = "https://sso.acme.example/realms/shop/protocol/openid-connect/token"
}

resource "aws_apigatewayv2_route" "token" {
  api_id    = aws_apigatewayv2_api.orders.id
  route_key = "POST /oauth/token"
  target    = "integrations/${aws_apigatewayv2_integration.token.id}"
}

resource "aws_cloudwatch_event_connection" "partner" {
  name               = "partner"
  authorization_type = "OAUTH_CLIENT_CREDENTIALS"

  auth_parameters {
    oauth {
      authorization_endpoint = "https://auth.partner.example/oauth2/token"
      http_method            = "POST"

      client_parameters {
        client_id     = "orders"
        client_secret = var.partner_client_secret
      }

      oauth_http_parameters {
        body {
          key             = "grant_type"
          value           = "client_credentials"
          is_value_secret = false
        }
      }
    }
  }
}

variable "partner_client_secret" {
  type      = string
  sensitive = true
}
