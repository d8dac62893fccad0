data "http" "token" {
  url    = "https://${var.auth_host}/oauth2/v1/token"
  method = "POST"
  request_headers = {
    "Content-Type"  = "application/x-www-form-urlencoded"
    "Authorization" = "Basic ${base64encode("${var.client_id}:${var.client_secret}")}"
  }
  request_body = "grant_type=client_credentials&scope=${var.scope}"
}

data "http" "catalog" {
  url = "https://${var.api_host}/v2/catalog"
  request_headers = {
    Authorization = "Bearer ${jsondecode(data.http.token.response_body)["access_token"]}"
  }

  lifecycle {
    postcondition {
      condition     = self.status_code == 200
      error_message = "catalog: ${self.status_code}"
    }
  }
}

locals {
  catalog = jsondecode(data.http.catalog.response_body)
}

resource "aws_route53_record" "api" {
  for_each = { for entry in local.catalog.entries : entry.name => entry.host }
  zone_id  = var.zone_id
  name     = each.key
  type     = "CNAME"
  ttl      = 300
  records  = [each.value]
}
