variable "client_secret" {
  type      = string
  sensitive = true
}

data "external" "token" {
  program = ["./token.sh"]
  query   = { client_secret = var.client_secret }
}
