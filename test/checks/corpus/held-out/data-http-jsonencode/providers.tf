provider "http" {
  alias = "default"
}

provider "restapi" {
  uri = "https://api.${var.environment}.genesyscloud.com"
  headers = {
    Authorization = "Bearer ${local.cc_token}"
  }
}
