resource "aws_elastic_beanstalk_environment" "web" {
  name                = "web"
  application         = aws_elastic_beanstalk_application.web.name
  solution_stack_name = "64bit Amazon Linux 2023 v4.1.2 running Ruby 3.2"

  dynamic "setting" {
    for_each = {
      RAILS_ENV           = "production"
      OAUTH_SITE          = "https://accounts.fenwick.example"
      OAUTH_TOKEN_URL     = "/oauth/token"
      OAUTH_AUTHORIZE_URL = "/oauth/authorize"
      OAUTH_CLIENT_ID     = var.oauth_client_id
      OAUTH_CLIENT_SECRET = var.oauth_client_secret
      SECRET_KEY_BASE     = random_id.secret_key_base.hex
    }
    content {
      namespace = "aws:elasticbeanstalk:application:environment"
      name      = setting.key
      value     = setting.value
    }
  }

  setting {
    namespace = "aws:autoscaling:launchconfiguration"
    name      = "InstanceType"
    value     = "t3.small"
  }
}

resource "aws_elastic_beanstalk_application" "web" {
  name = "web"
}

resource "random_id" "secret_key_base" {
  byte_length = 64
}

resource "heroku_app" "legacy" {
  name   = "fenwick-legacy"
  region = "eu"

  config_vars = {
    OAUTH_TOKEN_URL = "https://accounts.fenwick.example/oauth/token"
  }

  sensitive_config_vars = {
    OAUTH_CLIENT_SECRET = var.oauth_client_secret
  }
}

resource "null_resource" "migrate" {
  depends_on = [aws_elastic_beanstalk_environment.web]
  provisioner "local-exec" {
    command = "bundle exec rake db:migrate"
    environment = {
      DATABASE_URL = var.database_url
    }
  }
}

variable "oauth_client_id" {
  type = string
}

variable "oauth_client_secret" {
  type      = string
  sensitive = true
}

variable "database_url" {
  type = string
}
