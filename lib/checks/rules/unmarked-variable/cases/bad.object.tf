data "http" "token" {
  url          = "https://sso.acme.example/oauth2/token"
  method       = "POST"
  request_body = "grant_type=client_credentials&client_id=${var.api.id}&client_secret=${urlencode(var.api.secret)}"
}

variable "api" {
  type = object({ id = string, secret = string })
}
