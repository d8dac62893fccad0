variable "client_secret" {
  type      = string
  sensitive = true
}
ephemeral "http" "token" {
  url          = "https://id.acme.test/oauth2/token"
  method       = "POST"
  request_body = "grant_type=client_credentials&client_id=ci&client_secret=${urlencode(var.client_secret)}"
  lifecycle {
    postcondition {
      condition     = self.status_code == 200
      error_message = "no token"
    }
  }
}
resource "azuredevops_variable_group" "build" {
  project_id = "8b1c"
  name       = "build"
  dynamic "variable" {
    for_each = { REGION = "eu", CLIENT_SECRET = var.client_secret, STAGE = "prod" }
    iterator = each_variable
    content {
      name         = each_variable.key
      secret_value = each_variable.value
    }
  }
}
