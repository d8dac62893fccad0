resource "aws_lb" "tools" {
  name               = "tools"
  internal           = true
  load_balancer_type = "application"
  subnets            = var.subnet_ids
  security_groups    = [aws_security_group.tools.id]
}

resource "aws_security_group" "tools" {
  name   = "tools-alb"
  vpc_id = var.vpc_id

  ingress {
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = ["10.0.0.0/8"]
  }

  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_lb_target_group" "grafana" {
  name        = "grafana"
  port        = 3000
  protocol    = "HTTP"
  vpc_id      = var.vpc_id
  target_type = "ip"

  health_check {
    path    = "/api/health"
    matcher = "200"
  }
}

resource "aws_lb_listener" "https" {
  load_balancer_arn = aws_lb.tools.arn
  port              = 443
  protocol          = "HTTPS"
  certificate_arn   = var.certificate_arn

  default_action {
    type = "authenticate-oidc"
    authenticate_oidc {
      issuer                 = "https://login.example-tenant.okta.com"
      authorization_endpoint = "https://login.example-tenant.okta.com/oauth2/v1/authorize"
      token_endpoint         = "https://login.example-tenant.okta.com/oauth2/v1/token"
      user_info_endpoint     = "https://login.example-tenant.okta.com/oauth2/v1/userinfo"
      client_id              = var.oidc_client_id
      client_secret          = data.aws_ssm_parameter.oidc_secret.value
      session_timeout        = 28800
    }
  }

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.grafana.arn
  }
}

data "aws_ssm_parameter" "oidc_secret" {
  name = "/tools/alb/oidc-client-secret"
}
