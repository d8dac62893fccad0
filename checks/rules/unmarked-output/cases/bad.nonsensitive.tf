output "secret" {
  value = nonsensitive(var.client_secret)
}

variable "client_id" {
  type = string
}

variable "client_secret" {
  type      = string
  sensitive = true
}
