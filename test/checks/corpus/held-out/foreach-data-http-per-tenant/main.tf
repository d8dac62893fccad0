variable "tenants" {
  type = map(object({
    issuer        = string
    client_id     = string
    client_secret = string
  }))
  sensitive = true
}

locals {
  tenant_names = nonsensitive(toset(keys(var.tenants)))
}

data "http" "token" {
  for_each = local.tenant_names
  url      = "${var.tenants[each.key].issuer}/oauth/token"
  method   = "POST"

  request_headers = {
    Content-Type = "application/json"
  }

  request_body = jsonencode({
    grant_type    = "client_credentials"
    client_id     = var.tenants[each.key].client_id
    client_secret = var.tenants[each.key].client_secret
  })

  lifecycle {
    postcondition {
      condition     = self.status_code == 200
      error_message = "${each.key}: ${self.status_code}"
    }
  }
}

module "tenant" {
  for_each = local.tenant_names
  source   = "./tenant"
  name     = each.key
  token    = jsondecode(data.http.token[each.key].response_body).access_token
}

output "tokens" {
  value = { for name, response in data.http.token : name => jsondecode(response.response_body).access_token }
}
