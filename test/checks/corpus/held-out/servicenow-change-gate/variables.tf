variable "plan_hash" {
  type = string
}

variable "snow_instance" {
  type    = string
  default = "mudlarkdev"
}

variable "snow_client_id" {
  type = string
}

variable "snow_client_secret" {
  type      = string
  sensitive = true
}

variable "snow_user" {
  type = string
}

variable "snow_password" {
  type        = string
  description = "Password of the integration user"
}
