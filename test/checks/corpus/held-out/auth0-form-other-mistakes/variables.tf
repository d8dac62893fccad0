variable "auth0_domain" {
  type    = string
  default = "mossbank.eu.auth0.com"
}

variable "auth0_client_id" {
  type = string
}

variable "auth0_client_secret" {
  type = string
}
