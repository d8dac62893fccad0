terraform {
  required_version = ">= 1.10"
  required_providers {
    http = {
      source  = "hashicorp/http"
      version = ">= 3.5"
    }
  }
}

ephemeral "http" "token" {
  url    = "https://login.foundry.example/oauth/token"
  method = "POST"

  request_headers = {
    Content-Type = "application/json"
  }

  request_body = jsonencode({
    grant_type    = "client_credentials"
    client_id     = "terraform"
    client_secret = var.client_secret
  })
}

provider "restapi" {
  uri = "https://api.foundry.example"
  headers = {
    Authorization = "Bearer ${jsondecode(ephemeral.http.token.response_body).access_token}"
  }
}

resource "restapi_object" "kiln" {
  path = "/kilns"
  data = jsonencode({ name = "k1", max_temperature = 1300 })
}

variable "client_secret" {
  type      = string
  ephemeral = true
}
