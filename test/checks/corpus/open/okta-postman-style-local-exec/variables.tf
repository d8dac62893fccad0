variable "okta_org" {
  type = string
}

variable "okta_client_id" {
  type = string
}

variable "okta_client_secret" {
  type        = string
  description = "Client secret"
  sensitive   = true
}
