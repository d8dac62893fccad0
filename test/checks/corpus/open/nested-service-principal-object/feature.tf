locals {
  answer = jsondecode(data.http.token.response_body)
  token  = lookup(local.answer, "access_token", "")
}

data "http" "token" {
  url    = "https://login.microsoftonline.com/${var.azure_sp.data.tenant_id}/oauth2/token"
  method = "POST"

  request_body = "grant_type=client_credentials&client_id=${var.azure_sp.data.client_id}&client_secret=${var.azure_sp.data.client_secret}&resource=https://management.azure.com/"
}

data "http" "register" {
  url    = "https://management.azure.com/subscriptions/${var.azure_sp.data.subscription_id}/providers/Microsoft.ContainerService/register?api-version=2021-04-01"
  method = "POST"

  request_headers = {
    "Authorization" = "Bearer ${local.token}"
  }
}
