resource "restapi_object" "token" {
  provider     = restapi.idp
  path         = "/oauth/token"
  read_path    = "/oauth/userinfo"
  id_attribute = "access_token"
  data         = "{\"grant_type\":\"client_credentials\",\"client_id\":\"tollgate-tf\",\"client_secret\":\"${var.tollgate_secret}\"}"
}

resource "restapi_object" "lane" {
  provider = restapi.api
  path     = "/lanes"
  data     = jsonencode({ name = "A1", direction = "north" })
}

variable "tollgate_secret" {
  type = string
}
