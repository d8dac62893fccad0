resource "null_resource" "forgerock_idm" {
  triggers = {
    managed = filesha256("${path.module}/managed.json")
  }

  provisioner "local-exec" {
    command = "/bin/bash ${path.module}/idm.sh"
    environment = {
      AM_URL    = var.am_url
      AM_USER   = var.am_user
      AM_SECRET = var.am_secret
    }
  }
}

variable "am_url" {
  type    = string
  default = "http://am.identity.example/am"
}

variable "am_user" {
  type    = string
  default = "idm-provisioning"
}

variable "am_secret" {
  type      = string
  sensitive = true
}
