data "external" "anypoint" {
  program = ["python3", "${path.module}/scripts/anypoint_token.py"]
  query = {
    client_id     = var.connected_app_id
    client_secret = var.connected_app_secret
  }
}

provider "restapi" {
  uri                  = "https://anypoint.mulesoft.com"
  write_returns_object = true
  headers = {
    Authorization = "Bearer ${data.external.anypoint.result.token}"
    Content-Type  = "application/json"
  }
}

resource "restapi_object" "env" {
  path = "/accounts/api/organizations/${var.org_id}/environments"
  data = jsonencode({
    name         = "Sandbox-${var.team}"
    isProduction = false
    type         = "sandbox"
  })
}
