resource "libvirt_domain" "node" {
  count  = 3
  name   = "node-${count.index}"
  memory = 4096
  vcpu   = 2

  network_interface {
    network_name   = "lab"
    wait_for_lease = true
  }

  disk {
    volume_id = libvirt_volume.node[count.index].id
  }
}

resource "libvirt_volume" "node" {
  count          = 3
  name           = "node-${count.index}.qcow2"
  base_volume_id = libvirt_volume.base.id
}

resource "libvirt_volume" "base" {
  name   = "debian-12.qcow2"
  source = "https://cloud.debian.org/images/cloud/bookworm/latest/debian-12-genericcloud-amd64.qcow2"
}

resource "terraform_data" "ipam" {
  triggers_replace = libvirt_domain.node[*].network_interface.0.addresses.0

  provisioner "local-exec" {
    command = "sh ${path.module}/ipam.sh"
    environment = {
      IPAM_CLIENT_SECRET_FILE = var.secret_file
      ADDRESSES               = join(" ", libvirt_domain.node[*].network_interface.0.addresses.0)
    }
  }
}

variable "secret_file" {
  type        = string
  description = "File with the client's secret, form-encoded, mode 0600"
}
