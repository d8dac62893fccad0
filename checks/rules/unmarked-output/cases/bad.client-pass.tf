variable "client_pass" {
  type      = string
  sensitive = true
}

output "pass" {
  value = nonsensitive(var.client_pass)
}
