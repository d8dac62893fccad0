variable "api_server" {
  type = string
}

variable "dex_user" {
  type = string
}

variable "dex_password" {
  type      = string
  sensitive = true
}

variable "dex_client_secret" {
  type      = string
  sensitive = true
}
