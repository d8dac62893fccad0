variable "billing_secret" {
  type      = string
  sensitive = true
}

# A task of Step Functions that asks for a token itself, with JSON.
resource "aws_sfn_state_machine" "invoices" {
  name     = "invoices"
  role_arn = "arn:aws:iam::123456789012:role/invoices"

  definition = jsonencode({
    StartAt = "Token"
    States = {
      Token = {
        Type     = "Task"
        Resource = "arn:aws:states:::http:invoke"
        Parameters = {
          ApiEndpoint    = "https://id.colder.example/oauth2/token"
          Method         = "POST"
          Authentication = { ConnectionArn = "arn:aws:events:eu-west-1:123456789012:connection/none/1" }
          RequestBody = {
            grant_type    = "client_credentials"
            client_id     = "invoices"
            client_secret = var.billing_secret
          }
        }
        ResultPath = "$.token"
        Next       = "List"
      }
      List = {
        Type     = "Task"
        Resource = "arn:aws:states:::http:invoke"
        Parameters = {
          ApiEndpoint    = "https://billing.colder.example/v1/invoices"
          Method         = "GET"
          Authentication = { ConnectionArn = "arn:aws:events:eu-west-1:123456789012:connection/none/1" }
        }
        End = true
      }
    }
  })
}

# As it should be: a form, and the secret comes from Secrets Manager when it runs.
resource "aws_sfn_state_machine" "refunds" {
  name     = "refunds"
  role_arn = "arn:aws:iam::123456789012:role/refunds"

  definition = <<-JSON
    {
      "StartAt": "Token",
      "QueryLanguage": "JSONata",
      "States": {
        "Token": {
          "Type": "Task",
          "Resource": "arn:aws:states:::http:invoke",
          "Arguments": {
            "ApiEndpoint": "https://id.colder.example/oauth2/token",
            "Method": "POST",
            "Headers": { "Content-Type": "application/x-www-form-urlencoded" },
            "Transform": { "RequestBodyEncoding": "URL_ENCODED" },
            "RequestBody": {
              "grant_type": "client_credentials",
              "client_id": "refunds",
              "client_secret": "{% $states.input.secret %}"
            }
          },
          "End": true
        }
      }
    }
  JSON
}

resource "google_workflows_workflow" "reports" {
  name            = "reports"
  region          = "europe-west1"
  source_contents = templatefile("${path.module}/reports.yaml", { issuer = "https://id.colder.example" })
}

resource "azurerm_logic_app_action_custom" "token" {
  name         = "token"
  logic_app_id = "/subscriptions/0/resourceGroups/rg/providers/Microsoft.Logic/workflows/orders"

  body = jsonencode({
    type = "Http"
    inputs = {
      method  = "POST"
      uri     = "http://id.orders.colder.example/oauth2/token"
      headers = { "Content-Type" = "application/x-www-form-urlencoded" }
      body    = "grant_type=client_credentials&client_id=orders&client_secret=@{parameters('secret')}"
    }
  })
}

resource "azurerm_logic_app_action_custom" "encoded" {
  name         = "encoded"
  logic_app_id = "/subscriptions/0/resourceGroups/rg/providers/Microsoft.Logic/workflows/orders"

  body = jsonencode({
    type = "Http"
    inputs = {
      method  = "POST"
      uri     = "https://id.orders.colder.example/oauth2/token"
      headers = { "Content-Type" = "application/x-www-form-urlencoded" }
      body    = "grant_type=client_credentials&client_id=orders&client_secret=@{uriComponent(parameters('secret'))}"
    }
  })
}

# It defines the client that EventBridge asks with: no request of this configuration.
resource "aws_cloudwatch_event_connection" "billing" {
  name               = "billing"
  authorization_type = "OAUTH_CLIENT_CREDENTIALS"

  auth_parameters {
    oauth {
      authorization_endpoint = "https://id.colder.example/oauth2/token"
      http_method            = "POST"

      client_parameters {
        client_id     = "billing"
        client_secret = var.billing_secret
      }
    }
  }
}
