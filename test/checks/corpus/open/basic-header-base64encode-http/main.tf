data "http" "uaa" {
  url    = "https://uaa.sys.${var.cf_domain}/oauth/token"
  method = "POST"

  insecure = true

  request_headers = {
    Authorization = "Basic ${base64encode("${var.uaa_client}:${var.uaa_secret}")}"
    Content-Type  = "application/x-www-form-urlencoded"
    Accept        = "application/json"
  }

  request_body = "grant_type=client_credentials&response_type=token"
}

resource "restapi_object" "quota" {
  path = "/v3/organization_quotas"
  data = jsonencode({ name = "team-small", apps = { total_memory_in_mb = 4096 } })
}

provider "restapi" {
  uri = "https://api.sys.${var.cf_domain}"
  headers = {
    Authorization = "bearer ${jsondecode(data.http.uaa.response_body).access_token}"
  }
}

variable "cf_domain" {
  type = string
}

variable "uaa_client" {
  type = string
}

variable "uaa_secret" {
  type = string
}
