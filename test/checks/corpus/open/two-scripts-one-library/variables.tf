variable "gc_client_id" {
  type = string
}

variable "gc_client_secret" {
  type      = string
  sensitive = true
}

variable "gc_region" {
  type    = string
  default = "mypurecloud.de"
}
