variable "client_secret" {
  type      = string
  sensitive = true
}

ephemeral "local_command" "token" {
  command = "./token.sh"
  stdin   = var.client_secret
}
