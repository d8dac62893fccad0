variable "client_id" {}

variable "client_secret" {
  sensitive = true
}

variable "environment" {}
