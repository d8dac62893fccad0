variable "jamf_client_id" {
  type = string
}

variable "jamf_client_secret" {
  type      = string
  sensitive = true
}

variable "genesys_client_id" {
  type = string
}

variable "genesys_client_secret" {
  type      = string
  sensitive = true
}

variable "crm_client_id" {
  type = string
}

variable "crm_client_secret" {
  type      = string
  sensitive = true
}

variable "server_group_id" {
  type = string
}

variable "integration_id" {
  type = string
}
