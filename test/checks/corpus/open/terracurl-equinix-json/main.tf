terraform {
  required_providers {
    terracurl = {
      source  = "devops-rob/terracurl"
      version = "1.2.2"
    }
  }
}

variable "fabric_client_id" {
  type = string
}

variable "fabric_client_secret" {
  type      = string
  sensitive = true
}

data "terracurl_request" "fabric_token" {
  name           = "fabric_token"
  url            = "https://api.equinix.com/oauth2/v1/token"
  method         = "POST"
  response_codes = [200]

  headers = {
    Content-Type = "application/json"
  }

  request_body = jsonencode({
    grant_type    = "client_credentials"
    client_id     = var.fabric_client_id
    client_secret = var.fabric_client_secret
  })
}

resource "terracurl_request" "router" {
  name           = "cloud_router"
  url            = "https://api.equinix.com/fabric/v4/routers"
  method         = "POST"
  response_codes = [200, 202]

  headers = {
    Authorization = "Bearer ${jsondecode(data.terracurl_request.fabric_token.response).access_token}"
    Content-Type  = "application/json"
  }

  request_body = jsonencode({
    type     = "XF_ROUTER"
    name     = "edge-am"
    location = { metroCode = "AM" }
  })
}
