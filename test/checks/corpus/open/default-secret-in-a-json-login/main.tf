variable "secret_key" {
  type      = string
  default   = "Sp4rrows! over+the*quay"
  sensitive = true
}

ephemeral "terracurl_request" "login" {
  name           = "login"
  url            = "https://api2.eu.prismacloud.io/login"
  method         = "POST"
  request_body   = jsonencode({ username = "a7c0", password = var.secret_key })
  response_codes = [200]
}

variable "portal" {
  type    = object({ id = string, key = string })
  default = { id = "9d1e", key = "q;W!e?r^t&y{u}" }
}

ephemeral "terracurl_request" "portal" {
  name           = "portal"
  url            = "https://cloudinfra-gw.portal.checkpoint.com/auth/external"
  method         = "POST"
  request_body   = jsonencode({ clientId = var.portal.id, accessKey = var.portal.key })
  response_codes = [200]
}
