variable "vm_names" {
  type = list(string)
}

variable "sso_secret" {
  type      = string
  sensitive = true
}
