locals {
  idp = {
    url           = "https://id.copse.example/oauth2/token"
    client_id     = "copse-deployer"
    client_secret = "f3Jm9Xq0Lw7Zr2Tb5Vn8Yk1Hc4Gd6Ps"
  }
}

resource "null_resource" "a" {
  provisioner "local-exec" {
    command = "sh ${path.module}/login.sh"
    environment = {
      TOKEN_URL     = local.idp.url
      CLIENT_ID     = local.idp.client_id
      CLIENT_SECRET = local.idp.client_secret
    }
  }
}

resource "null_resource" "b" {
  provisioner "local-exec" {
    command = "sh ${path.module}/login.sh"
    environment = {
      TOKEN_URL     = "https://id.copse.example/oauth2/token"
      CLIENT_ID     = "copse-auditor"
      CLIENT_SECRET = "wB2-uY8_pR4tE6qA1sD3fG5hJ7kL9zX0"
    }
  }
}

data "http" "c" {
  url    = "https://id.copse.example/oauth2/token"
  method = "POST"
  request_headers = {
    Authorization = "Basic Y29wc2UtcmVhZGVyOk14OHZRMmxTN25EMWhKNHI="
    Content-Type  = "application/x-www-form-urlencoded"
  }
  request_body = "grant_type=client_credentials"

  lifecycle {
    postcondition {
      condition     = self.status_code == 200
      error_message = "no token"
    }
  }
}

resource "keycloak_openid_client" "d" {
  realm_id      = "copse"
  client_id     = "copse-legacy"
  access_type   = "CONFIDENTIAL"
  client_secret = "1c9e7a52-64b8-4f0d-b3a7-9d2f5e8c0b16"
}
