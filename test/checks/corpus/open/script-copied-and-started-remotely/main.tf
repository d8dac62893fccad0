resource "null_resource" "enrol" {
  connection {
    type = "ssh"
    host = var.gateway_host
    user = "deploy"
  }

  provisioner "file" {
    source      = "${path.module}/scripts/enrol.sh"
    destination = "/tmp/enrol.sh"
  }

  provisioner "remote-exec" {
    inline = [
      "chmod +x /tmp/enrol.sh",
      "sudo /tmp/enrol.sh ${var.client_id} ${var.client_secret}",
    ]
  }
}

variable "gateway_host" {
  type = string
}

variable "client_id" {
  type = string
}

variable "client_secret" {
  type = string
}
