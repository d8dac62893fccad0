variable "client_secret" {
  type      = string
  sensitive = true
  default   = "changeme"
}
