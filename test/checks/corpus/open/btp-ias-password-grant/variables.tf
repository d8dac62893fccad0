variable "subaccount_id" {
  type = string
}

variable "api_server" {
  type = string
}

variable "bot_user" {
  type = string
}

variable "bot_password" {
  type = string
}
