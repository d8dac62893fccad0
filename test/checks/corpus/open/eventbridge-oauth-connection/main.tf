variable "crm_client_id" {
  type = string
}

variable "crm_client_secret" {
  type      = string
  sensitive = true
}

resource "aws_cloudwatch_event_connection" "crm" {
  name               = "crm"
  description        = "OAuth client credentials for the CRM destination"
  authorization_type = "OAUTH_CLIENT_CREDENTIALS"

  auth_parameters {
    oauth {
      authorization_endpoint = "https://login.crmvendor.example/oauth2/token"
      http_method            = "POST"

      client_parameters {
        client_id     = var.crm_client_id
        client_secret = var.crm_client_secret
      }

      oauth_http_parameters {
        body {
          key             = "grant_type"
          value           = "client_credentials"
          is_value_secret = false
        }
        body {
          key             = "scope"
          value           = "events.write"
          is_value_secret = false
        }
      }
    }
  }
}

resource "aws_cloudwatch_event_api_destination" "crm" {
  name                             = "crm"
  invocation_endpoint              = "https://api.crmvendor.example/v1/events"
  http_method                      = "POST"
  invocation_rate_limit_per_second = 20
  connection_arn                   = aws_cloudwatch_event_connection.crm.arn
}

resource "aws_cloudwatch_event_rule" "order_placed" {
  name           = "order-placed-to-crm"
  event_bus_name = "default"
  event_pattern = jsonencode({
    source      = ["shop.orders"]
    detail-type = ["OrderPlaced"]
  })
}

resource "aws_cloudwatch_event_target" "crm" {
  rule     = aws_cloudwatch_event_rule.order_placed.name
  arn      = aws_cloudwatch_event_api_destination.crm.arn
  role_arn = aws_iam_role.invoke.arn

  input_transformer {
    input_paths = {
      order    = "$.detail.orderId"
      customer = "$.detail.customer.email"
    }
    input_template = "{\"order\": <order>, \"customer\": <customer>}"
  }

  dead_letter_config {
    arn = aws_sqs_queue.dlq.arn
  }
}

resource "aws_sqs_queue" "dlq" {
  name                      = "crm-events-dlq"
  message_retention_seconds = 1209600
}

resource "aws_iam_role" "invoke" {
  name               = "crm-destination-invoke"
  assume_role_policy = data.aws_iam_policy_document.events.json
}

data "aws_iam_policy_document" "events" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["events.amazonaws.com"]
    }
  }
}
