variable "client_id" {
  type = string
}

variable "client_secret" {
  type      = string
  sensitive = true
}

variable "api_user" {
  type = string
}

variable "api_password" {
  type      = string
  sensitive = true
}

variable "image" {
  type = string
}
