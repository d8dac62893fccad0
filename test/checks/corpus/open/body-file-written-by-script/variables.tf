variable "sites" {
  type    = map(string)
  default = {}
}

variable "aruba_client_id" {
  type = string
}

variable "aruba_client_secret" {
  type      = string
  sensitive = true
}
