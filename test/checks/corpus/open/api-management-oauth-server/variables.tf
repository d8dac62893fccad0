variable "resource_group_name" {
  type = string
}

variable "location" {
  type = string
}

variable "client_id" {
  type = string
}

variable "client_secret" {
  type      = string
  sensitive = true
}
