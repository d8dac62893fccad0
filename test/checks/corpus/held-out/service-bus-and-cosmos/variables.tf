variable "name" {
  type = string
}

variable "location" {
  type = string
}

variable "rg" {
  type = string
}

variable "environment_id" {
  type = string
}

variable "tenant_id" {
  type = string
}

variable "oauth_client_secret" {
  type      = string
  sensitive = true
}
