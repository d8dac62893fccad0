resource "proxmox_virtual_environment_vm" "app" {
  for_each  = var.nodes
  name      = each.key
  node_name = each.value.host

  clone {
    vm_id = 9000
  }

  cpu {
    cores = 4
  }

  memory {
    dedicated = 8192
  }

  initialization {
    ip_config {
      ipv4 {
        address = "${each.value.ip}/24"
        gateway = "192.0.2.1"
      }
    }
  }
}

resource "local_file" "inventory" {
  filename = "${path.module}/inventory.ini"
  content = templatefile("${path.module}/inventory.tftpl", {
    nodes = { for name, vm in proxmox_virtual_environment_vm.app : name => var.nodes[name].ip }
  })
}

resource "null_resource" "ansible" {
  triggers = {
    inventory = local_file.inventory.content_sha1
    playbook  = filesha1("${path.module}/site.yml")
  }

  provisioner "local-exec" {
    command     = "ansible-playbook -i inventory.ini site.yml --vault-password-file ~/.vault-pass"
    working_dir = path.module
    environment = {
      ANSIBLE_HOST_KEY_CHECKING = "False"
      ANSIBLE_FORCE_COLOR       = "1"
    }
  }
}

resource "null_resource" "packer" {
  provisioner "local-exec" {
    command = "packer init . && packer build -var 'proxmox_token=${var.proxmox_token}' image.pkr.hcl"
  }
}

variable "nodes" {
  type = map(object({
    host = string
    ip   = string
  }))
}

variable "proxmox_token" {
  type = string
}
