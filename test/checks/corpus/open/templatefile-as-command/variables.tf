variable "base_url" {
  type    = string
  default = "https://gw.osier.example"
}

variable "client_id" {
  type = string
}

variable "client_secret" {
  type = string
}

variable "verify_ssl" {
  type    = bool
  default = true
}

variable "subscriptions" {
  type = map(object({ product = string }))
}
