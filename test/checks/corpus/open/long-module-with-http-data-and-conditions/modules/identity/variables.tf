variable "tenant" {
  type = string
}

variable "token_endpoint" {
  type    = string
  default = null
}

variable "client_id" {
  type = string
}

variable "client_secret_arn" {
  type = string
}

variable "extra_headers" {
  type    = map(string)
  default = {}
}

variable "publish" {
  type    = bool
  default = false
}
