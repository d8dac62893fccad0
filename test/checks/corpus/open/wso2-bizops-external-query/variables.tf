variable "iskm_fqdn" {
  type = string
}

variable "iskm_port" {
  type    = string
  default = "9443"
}

variable "admin_user" {
  type    = string
  default = "svc-bizops"
}

variable "admin_password" {
  type      = string
  sensitive = true
}

variable "namespace" {
  type    = string
  default = "bizops"
}
