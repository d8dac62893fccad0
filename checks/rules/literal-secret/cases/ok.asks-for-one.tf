variable "oauth_client_secret" {
  type      = string
  sensitive = true
  default   = "PLEASE ENTER YOUR CLIENT SECRET"
}
locals {
  a = { client_secret = "CLIENT_SECRET_HERE" }
  b = { client_secret = "**REDACTED**" }
  c = { client_secret = "(sensitive value)" }
}
