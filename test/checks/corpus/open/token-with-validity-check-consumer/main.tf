variable "client_id" {
  type = string
}

data "external" "catalog" {
  program = ["python3", "${path.module}/token.py", var.client_id]

  lifecycle {
    postcondition {
      condition     = timecmp(self.result.expires_at, timeadd(timestamp(), "5m")) > 0
      error_message = "The catalog's access token expires within five minutes; plan again."
    }
  }
}

provider "restapi" {
  uri                  = "https://catalog.nightjar.example"
  write_returns_object = true
  headers = {
    Authorization = "Bearer ${data.external.catalog.result.access_token}"
  }
}

resource "restapi_object" "dataset" {
  for_each = toset(["orders", "returns"])
  path     = "/datasets"
  data = jsonencode({
    name  = each.key
    owner = "shop"
  })
}

output "catalog_token_expiry" {
  value = data.external.catalog.result.expires_at
}
