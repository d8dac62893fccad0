data "http" "wso2" {
  url      = "https://apim.intern.test:9443/oauth2/token"
  method   = "POST"
  insecure = true

  request_headers = {
    Authorization  = "Basic ${base64encode(join(":", [var.consumer_key, var.consumer_secret]))}"
    "Content-Type" = "application/x-www-form-urlencoded"
  }

  request_body = "grant_type=client_credentials"

  retry {
    attempts     = 3
    min_delay_ms = 500
  }
}

variable "consumer_key" {
  type = string
}

variable "consumer_secret" {
  type = string
}

locals {
  wso2_token = jsondecode(data.http.wso2.response_body)["access_token"]
}

output "wso2" {
  value = { token = local.wso2_token, scope = jsondecode(data.http.wso2.response_body)["scope"] }
}
