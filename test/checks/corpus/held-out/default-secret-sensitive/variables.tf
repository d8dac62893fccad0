variable "smartthings_client_secret" {
  type        = string
  sensitive   = true
  default     = "a91f7c2e-44bd-4c0b-9e35-7d1f0b6a8c55"
  description = "OAuth client secret"
}

variable "token_endpoint" {
  type    = string
  default = "https://auth.home.test/oauth/token"
}
