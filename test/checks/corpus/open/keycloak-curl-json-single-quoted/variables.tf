variable "client_id" {
  type        = string
  description = "Keycloak client"
}

variable "client_secret" {
  type        = string
  description = "Keycloak client secret"
}
