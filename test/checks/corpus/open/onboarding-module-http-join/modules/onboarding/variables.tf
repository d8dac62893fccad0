variable "project_id" {
  type = string
}

variable "scanner_region" {
  type = string
}

variable "scanner_client_id" {
  type = string
}

variable "scanner_api_secret" {
  type      = string
  sensitive = true
}
