variable "auth_host" {
  type = string
}

variable "api_host" {
  type = string
}

variable "client_id" {
  type = string
}

variable "client_secret" {
  type = string
}

variable "scope" {
  type    = string
  default = "catalog.read catalog.list"
}

variable "zone_id" {
  type = string
}
