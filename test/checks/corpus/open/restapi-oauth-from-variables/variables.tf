variable "tenant_id" {
  type = string
}

variable "client_id" {
  type = string
}

variable "client_secret" {
  type      = string
  sensitive = true
}

variable "offices" {
  type    = list(string)
  default = ["198.51.100.0/24"]
}
