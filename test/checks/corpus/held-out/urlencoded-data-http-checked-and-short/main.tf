ephemeral "http" "token" {
  url    = "https://login.microsoftonline.com/${var.tenant_id}/oauth2/v2.0/token"
  method = "POST"

  request_headers = {
    "Content-Type" = "application/x-www-form-urlencoded"
    Accept         = "application/json"
  }

  request_body = join("&", [
    "grant_type=client_credentials",
    "client_id=${urlencode(var.client_id)}",
    "client_secret=${urlencode(var.client_secret)}",
    "scope=${urlencode("https://graph.microsoft.com/.default")}",
  ])

  lifecycle {
    postcondition {
      condition     = self.status_code == 200
      error_message = "Entra ID answered ${self.status_code} to the token request."
    }
  }
}

provider "restapi" {
  uri                  = "https://graph.microsoft.com/v1.0"
  write_returns_object = true
  headers = {
    Authorization = "Bearer ${jsondecode(ephemeral.http.token.response_body).access_token}"
    Content-Type  = "application/json"
  }
}

resource "restapi_object" "group" {
  for_each = var.groups
  path     = "/groups"
  data = jsonencode({
    displayName     = each.key
    mailEnabled     = false
    mailNickname    = lower(each.key)
    securityEnabled = true
    description     = each.value
  })
}
