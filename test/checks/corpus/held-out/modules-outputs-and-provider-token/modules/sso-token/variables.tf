variable "issuer" {
  type = string
}

variable "client_id" {
  type = string
}

variable "client_secret" {
  type        = string
  description = "Client secret"
}
