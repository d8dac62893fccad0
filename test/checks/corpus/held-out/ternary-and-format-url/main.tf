locals {
  region = "mypurecloud.ie"
  host   = var.sandbox ? "http://mock.cc.test:8080" : format("https://login.%s", local.region)
  url    = "${local.host}/oauth/token"
  args = join(" ", [
    "-X POST",
    "-H 'Content-Type: application/json'",
    "-d '${jsonencode({ grant_type = "client_credentials" })}'",
  ])
}

resource "null_resource" "token" {
  provisioner "local-exec" {
    command = "curl -sf ${local.args} -u '${var.id}:${var.secret}' -o token.json ${local.url}"
  }
}

variable "sandbox" {
  type    = bool
  default = false
}

variable "id" {
  type = string
}

variable "secret" {
  type      = string
  sensitive = true
}
