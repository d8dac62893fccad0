variable "ssh_private_key" {
  type      = string
  sensitive = true
}

variable "sonar_client_secret" {
  type = string
}
