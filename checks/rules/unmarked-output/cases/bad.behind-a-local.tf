variable "client_secret" {
  type      = string
  sensitive = true
}
locals {
  k = var.client_secret
}
output "o" {
  value = local.k
}
