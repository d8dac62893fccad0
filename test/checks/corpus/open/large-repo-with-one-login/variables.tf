variable "db_password" {
  type = string
}

variable "crm_client_id" {
  type = string
}

variable "crm_client_secret" {
  type      = string
  sensitive = true
}
