# # To get a token by hand:
# #   curl -k -X POST https://sso.example.test/oauth2/token \
# #     -H 'Content-Type: application/json' \
# #     -d '{"grant_type":"client_credentials","client_id":"me","client_secret":"hunter2hunter2"}'

/*
resource "null_resource" "old_login" {
  provisioner "local-exec" {
    command = "curl -s -d 'grant_type=password&username=${var.user}&password=${var.password}' http://sso.example.test/token"
  }
}
*/

variable "documentation" {
  type        = string
  description = <<-EOT
    How the API is called:

      TOKEN=$(curl -s -u "$ID:$SECRET" -d grant_type=client_credentials https://sso.example.test/oauth2/token | jq -r .access_token)
      curl -H "Authorization: Bearer $TOKEN" https://api.example.test/v1/things
  EOT
  default     = "see the wiki"
}

resource "aws_ssm_parameter" "docs" {
  name  = "/docs/api"
  type  = "String"
  value = var.documentation
}

resource "aws_cloudwatch_dashboard" "sso" {
  dashboard_name = "sso"
  dashboard_body = jsonencode({
    widgets = [
      {
        type   = "text"
        x      = 0
        y      = 0
        width  = 12
        height = 4
        properties = {
          markdown = "# Token endpoint\nTry `curl -v https://sso.example.test/oauth2/token -d grant_type=client_credentials -u id:secret`"
        }
      },
      {
        type   = "metric"
        x      = 0
        y      = 4
        width  = 12
        height = 6
        properties = {
          metrics = [["SSO", "TokenRequests", "Grant", "client_credentials"]]
          region  = "eu-west-1"
          stat    = "Sum"
          period  = 60
        }
      },
    ]
  })
}

output "usage" {
  value = "curl -H 'Authorization: Bearer <token>' https://api.example.test/v1/things"
}
