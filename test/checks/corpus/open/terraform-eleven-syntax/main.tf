variable "snow_instance" {}
variable "username" {}
variable "password" {}
variable "client_id" {}
variable "client_secret" {}

resource "random_id" "change" {
  keepers = {
    uuid = "${uuid()}"
  }
  byte_length = 8
}

resource "null_resource" "open_change" {
  triggers = {
    random = "${random_id.change.hex}"
  }

  provisioner "local-exec" {
    command = "/bin/bash ${path.module}/open_change.sh"

    environment = {
      snow_instance = "${var.snow_instance}"
      username      = "${var.username}"
      password      = "${var.password}"
      client_id     = "${var.client_id}"
      client_secret = "${var.client_secret}"
    }
  }
}
