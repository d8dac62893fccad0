data "http" "id_token" {
  url    = "https://dex.plover-ridge.example/token"
  method = "POST"

  request_headers = {
    Authorization = "Basic ${base64encode("terraform:${var.dex_client_secret}")}"
    Content-Type  = "application/x-www-form-urlencoded"
  }

  request_body = "grant_type=password&scope=openid+groups&username=${urlencode(var.dex_user)}&password=${urlencode(var.dex_password)}"

  lifecycle {
    postcondition {
      condition     = contains([200], self.status_code)
      error_message = "dex: ${self.status_code}"
    }
  }
}

provider "kubernetes" {
  host  = var.api_server
  token = jsondecode(data.http.id_token.response_body).id_token
}

provider "helm" {
  kubernetes {
    host  = var.api_server
    token = jsondecode(data.http.id_token.response_body).id_token
  }
}
