variable "okta_domain" {
  type    = string
  default = "dev-1234.okta.com"
}

variable "okta_client_id" {
  type = string
}

variable "okta_client_secret" {
  type = string
}

variable "groups" {
  type    = list(string)
  default = []
}
