variable "keycloak_client_secret" {
  type      = string
  sensitive = true
}

variable "hospital_client_secret" {
  type      = string
  sensitive = true
}
