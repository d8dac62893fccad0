locals {
  client_id     = "b2b-sync"
  client_secret = "hV8-kq31-Zt5w-0cNa-reporting"
}

data "http" "token" {
  url    = "http://auth.warehouse.test/oauth/token?grant_type=client_credentials&client_id=${local.client_id}&client_secret=${local.client_secret}"
  method = "POST"
}

resource "aws_ssm_parameter" "token" {
  name  = "/warehouse/token"
  type  = "SecureString"
  value = jsondecode(data.http.token.response_body).access_token
}
