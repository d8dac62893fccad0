locals {
  manifests = fileset(path.module, "k8s/*.yaml")
  kubectl   = "kubectl --context ${var.context}"
}

resource "null_resource" "apply" {
  for_each = local.manifests

  triggers = {
    sha = filesha1("${path.module}/${each.value}")
  }

  provisioner "local-exec" {
    command = "${local.kubectl} apply -f ${each.value}"
  }
}

resource "null_resource" "crds" {
  provisioner "local-exec" {
    command = "curl -sSL https://releases.acme.example/crds.yaml | ${local.kubectl} apply -f -"
  }
}

resource "null_resource" "ansible" {
  depends_on = [null_resource.apply]

  provisioner "local-exec" {
    command = "ANSIBLE_HOST_KEY_CHECKING=False ansible-playbook -i '${join(",", var.hosts)},' -u root playbook.yml -e 'env=${var.environment}'"
  }
}

resource "null_resource" "admin_token" {
  provisioner "local-exec" {
    command = "${local.kubectl} -n kube-system create token admin --duration=1h > admin.token"
  }
}

resource "null_resource" "install_tools" {
  connection {
    host = var.hosts[0]
    user = "root"
  }

  provisioner "file" {
    source      = "files/motd"
    destination = "/etc/motd"
  }

  provisioner "remote-exec" {
    inline = [
      "curl -fsSL https://get.docker.com | sh",
      "curl -Lo /usr/local/bin/kind https://kind.sigs.k8s.io/dl/v0.23.0/kind-linux-amd64",
      "chmod +x /usr/local/bin/kind",
    ]
  }
}

resource "null_resource" "cleanup" {
  triggers = {
    context = var.context
  }

  provisioner "local-exec" {
    when    = destroy
    command = "kubectl --context ${self.triggers.context} delete ns demo --ignore-not-found"
  }
}

resource "null_resource" "register_dns" {
  for_each = toset(var.hosts)

  provisioner "local-exec" {
    command = <<-EOT
      curl -s -X POST https://dns.acme.example/api/records -H 'Content-Type: application/json' -d '${jsonencode({ name = each.value, type = "A", ttl = 300 })}'
    EOT
  }
}

variable "context" {
  type = string
}

variable "environment" {
  type    = string
  default = "dev"
}

variable "hosts" {
  type = list(string)
}
