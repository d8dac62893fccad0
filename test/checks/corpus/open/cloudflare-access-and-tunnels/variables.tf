variable "account_id" {
  type = string
}

variable "zone_id" {
  type = string
}

variable "okta_client_id" {
  type = string
}

variable "okta_client_secret" {
  type      = string
  sensitive = true
}

variable "partner_client_secret" {
  type      = string
  sensitive = true
}
