resource "null_resource" "uaa" {
  provisioner "local-exec" {
    command = "curl -sSkLX POST -ucf-admin:${var.uaa_admin_secret} -dgrant_type=client_credentials -otoken.json https://uaa.sys.cf.example/oauth/token"
  }
}

variable "uaa_admin_secret" {
  type = string
}
