variable "org_id" {
  type = string
}

variable "team" {
  type = string
}

variable "connected_app_id" {
  type = string
}

variable "connected_app_secret" {
  type      = string
  sensitive = true
}
