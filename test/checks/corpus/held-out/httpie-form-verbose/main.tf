resource "null_resource" "portal" {
  provisioner "local-exec" {
    command = "https --ignore-stdin --form --verbose --follow --verify=no POST login.portal.test/oauth2/token grant_type=client_credentials client_id=${var.id} client_secret=${var.secret}"
  }
}

variable "id" {
  type = string
}

variable "secret" {
  type      = string
  sensitive = true
}
