terraform {
  required_providers {
    terracurl = {
      source  = "devops-rob/terracurl"
      version = "1.2.1"
    }
  }
}

resource "terracurl_request" "token" {
  name           = "genesys-token"
  url            = "https://login.${var.region}/oauth/token"
  method         = "POST"
  response_codes = ["200"]

  headers = {
    Content-Type = "application/json"
  }

  request_body = <<EOF
{
  "grant_type": "client_credentials",
  "client_id": "${var.client_id}",
  "client_secret": "${var.client_secret}"
}
EOF
}

output "token" {
  value = jsondecode(terracurl_request.token.response).access_token
}

variable "region" {
  default = "mypurecloud.com.au"
}

variable "client_id" {
  type = string
}

variable "client_secret" {
  type      = string
  sensitive = true
}
