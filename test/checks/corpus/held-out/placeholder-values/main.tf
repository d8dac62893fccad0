variable "client_secret" {
  description = "set in the workspace"
  type        = string
  sensitive   = true
  default     = "REPLACE_ME"
}

provider "restapi" {
  uri = "https://api.acme.example"

  oauth_client_credentials {
    oauth_client_id      = "terraform"
    oauth_client_secret  = var.client_secret
    oauth_token_endpoint = "https://id.acme.example/oauth2/token"
  }
}

resource "aws_secretsmanager_secret" "client" {
  name = "terraform/client"
}

resource "aws_secretsmanager_secret_version" "client" {
  secret_id     = aws_secretsmanager_secret.client.id
  secret_string = jsonencode({ client_id = "terraform", client_secret = "<set by hand>" })

  lifecycle {
    ignore_changes = [secret_string]
  }
}
