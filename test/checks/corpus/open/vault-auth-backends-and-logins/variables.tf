variable "role_id" {
  type = string
}

variable "secret_id" {
  type = string
}

variable "oidc_client_secret" {
  type      = string
  sensitive = true
}

variable "reviewer_jwt" {
  type      = string
  sensitive = true
}
