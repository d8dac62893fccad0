locals {
  curl_flags = var.debug ? "-v -k" : "-sS -k"
}

resource "null_resource" "unifi" {
  provisioner "local-exec" {
    command = "printf 'user = \"%s:%s\"' \"$ID\" \"$SECRET\" | curl ${local.curl_flags} -f -K - -d grant_type=client_credentials -o /dev/null https://controller.lan.example/oauth2/token"
    environment = {
      ID     = var.unifi_id
      SECRET = var.unifi_secret
    }
  }
}

variable "debug" {
  type    = bool
  default = false
}

variable "unifi_id" {
  type = string
}

variable "unifi_secret" {
  type      = string
  sensitive = true
}
