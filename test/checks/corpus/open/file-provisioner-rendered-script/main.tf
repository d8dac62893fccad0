resource "hcloud_server" "runner" {
  name        = "runner-1"
  server_type = "cx22"
  image       = "debian-12"
  ssh_keys    = [hcloud_ssh_key.ops.id]
}

resource "hcloud_ssh_key" "ops" {
  name       = "ops"
  public_key = file("${path.module}/keys/ops.pub")
}

resource "null_resource" "setup" {
  triggers = {
    server = hcloud_server.runner.id
  }

  connection {
    host        = hcloud_server.runner.ipv4_address
    user        = "root"
    private_key = var.ssh_private_key
  }

  provisioner "file" {
    destination = "/root/setup.sh"
    content = templatefile("${path.module}/setup.sh.tftpl", {
      sonar_client_secret = var.sonar_client_secret
    })
  }

  provisioner "remote-exec" {
    inline = ["bash /root/setup.sh", "rm -f /root/setup.sh"]
  }
}
