variable "pingone_client_id" {
  type = string
}

variable "pingone_client_secret" {
  type      = string
  sensitive = true
}

variable "pingone_environment_id" {
  type = string
}

variable "license_id" {
  type = string
}

variable "legacy_client_secret" {
  type      = string
  sensitive = true
}
