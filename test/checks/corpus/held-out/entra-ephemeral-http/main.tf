terraform {
  required_version = ">= 1.11"
}

ephemeral "http" "graph" {
  url    = "https://login.microsoftonline.com/${var.tenant}/oauth2/v2.0/token"
  method = "POST"
  request_headers = {
    Content-Type = "application/json"
  }
  request_body = jsonencode({
    grant_type    = "client_credentials"
    client_id     = var.client_id
    client_secret = var.client_secret
    scope         = "https://graph.microsoft.com/.default"
  })
}

provider "restapi" {
  uri = "https://graph.microsoft.com/v1.0"
  headers = {
    Authorization = "Bearer ${jsondecode(ephemeral.http.graph.response_body).access_token}"
  }
}

variable "tenant" {
  type = string
}

variable "client_id" {
  type = string
}

variable "client_secret" {
  type      = string
  sensitive = true
  ephemeral = true
}
