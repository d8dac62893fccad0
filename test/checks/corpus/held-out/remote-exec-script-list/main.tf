resource "proxmox_vm_qemu" "probe" {
  name        = "probe"
  target_node = "pve1"
  clone       = "debian12"
  cores       = 2
  memory      = 2048

  connection {
    type = "ssh"
    user = "debian"
    host = self.default_ipv4_address
  }

  provisioner "file" {
    source      = "${path.module}/probe.sh"
    destination = "/tmp/probe.sh"
  }

  provisioner "remote-exec" {
    inline = [
      "chmod +x /tmp/probe.sh",
      "/tmp/probe.sh '${var.probe_id}' '${var.probe_secret}'",
    ]
  }
}

variable "probe_id" {
  type = string
}

variable "probe_secret" {
  type = string
}
