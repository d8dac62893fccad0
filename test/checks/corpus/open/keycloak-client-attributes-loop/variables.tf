variable "keycloak_url" {
  type        = string
  description = "Base URL of Keycloak, without a slash at the end"
}

variable "admin_user" {
  type    = string
  default = "admin"
}

variable "admin_password" {
  type        = string
  description = "Password of the bootstrap administrator"
}
