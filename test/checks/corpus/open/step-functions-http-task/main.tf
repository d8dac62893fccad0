resource "aws_sfn_state_machine" "invoice" {
  name     = "invoice"
  role_arn = aws_iam_role.sfn.arn

  definition = jsonencode({
    StartAt = "Post"
    States = {
      Post = {
        Type     = "Task"
        Resource = "arn:aws:states:::http:invoke"
        Parameters = {
          ApiEndpoint = "https://api.ledger.example/invoices"
          Method      = "POST"
          Authentication = {
            ConnectionArn = var.connection_arn
          }
          Headers = {
            "Content-Type" = "application/json"
          }
          "RequestBody.$" = "$.invoice"
        }
        Retry = [{
          ErrorEquals     = ["States.Http.StatusCode.429", "States.Http.StatusCode.503"]
          IntervalSeconds = 2
          MaxAttempts     = 5
          BackoffRate     = 2
        }]
        Next = "Done"
      }
      Done = { Type = "Succeed" }
    }
  })

  logging_configuration {
    log_destination        = "${aws_cloudwatch_log_group.sfn.arn}:*"
    include_execution_data = false
    level                  = "ERROR"
  }
}

resource "aws_cloudwatch_log_group" "sfn" {
  name              = "/aws/vendedlogs/states/invoice"
  retention_in_days = 30
}

resource "aws_iam_role" "sfn" {
  name = "invoice-sfn"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "states.amazonaws.com" } }]
  })
}

resource "aws_iam_role_policy" "sfn" {
  role = aws_iam_role.sfn.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Action = "states:InvokeHTTPEndpoint", Resource = "*" },
      { Effect = "Allow", Action = "events:RetrieveConnectionCredentials", Resource = var.connection_arn },
      { Effect = "Allow", Action = ["secretsmanager:GetSecretValue", "secretsmanager:DescribeSecret"], Resource = "arn:aws:secretsmanager:*:*:secret:events!connection/*" },
    ]
  })
}

variable "connection_arn" {
  type = string
}
