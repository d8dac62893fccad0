module "sso_client" {
  source = "../../"

  token_endpoint = "https://sso.example.com/oauth2/token"
  client_id      = "my-client"
  client_secret  = "<client-secret>"
}

module "sso_client_minimal" {
  source = "../../"

  client_id     = "my-client"
  client_secret = "changeme"
}

resource "kubernetes_secret" "placeholder" {
  metadata {
    name = "oauth"
  }
  data = {
    client_secret = "REPLACE_ME"
  }
  lifecycle {
    ignore_changes = [data]
  }
}

resource "aws_ssm_parameter" "client_secret" {
  name  = "/oauth/client-secret"
  type  = "SecureString"
  value = "set by hand"
  lifecycle {
    ignore_changes = [value]
  }
}

variable "client_secret" {
  type        = string
  description = "e.g. aBcD1234 - ask the identity team"
  default     = ""
  sensitive   = true
}
