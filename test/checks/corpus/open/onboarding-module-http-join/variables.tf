variable "scanner_region" {
  type    = string
  default = "eu"
}

variable "scanner_client_id" {
  type = string
}

variable "scanner_api_secret" {
  type        = string
  description = "Client secret of the scanner's API client"
}
