terraform {
  required_providers {
    http = {
      source  = "hashicorp/http"
      version = "~> 3.4"
    }
  }
}

variable "tenant_id" { type = string }
variable "client_id" { type = string }
variable "client_secret" {
  type      = string
  sensitive = true
}

data "http" "graph_token" {
  url    = "https://login.microsoftonline.com/${var.tenant_id}/oauth2/v2.0/token"
  method = "POST"

  request_headers = {
    "Content-Type" = "application/x-www-form-urlencoded"
    Accept         = "application/json"
  }

  request_body = "client_id=${var.client_id}&scope=https%3A%2F%2Fgraph.microsoft.com%2F.default&client_secret=${var.client_secret}&grant_type=client_credentials"
}

output "graph_token" {
  value = jsondecode(data.http.graph_token.response_body)["access_token"]
}
