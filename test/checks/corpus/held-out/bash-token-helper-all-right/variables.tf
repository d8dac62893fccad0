variable "region" {
  type    = string
  default = "eu"
}

variable "client_id" {
  description = "OAuth client of the flag service"
  type        = string
}

variable "client_secret" {
  description = "Secret of the OAuth client"
  type        = string
  sensitive   = true
}
