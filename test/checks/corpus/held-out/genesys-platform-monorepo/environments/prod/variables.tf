variable "genesys_client_id" {
  type        = string
  description = "OAuth client of the deployment"
}

variable "genesys_client_secret" {
  type        = string
  description = "Its secret"
  sensitive   = true
}
