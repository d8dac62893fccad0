resource "linode_instance" "app" {
  label           = "app"
  image           = "linode/debian12"
  region          = "eu-central"
  type            = "g6-standard-2"
  authorized_keys = [chomp(file(pathexpand("~/.ssh/id_ed25519.pub")))]
  root_pass       = random_password.root.result

  connection {
    type     = "ssh"
    user     = "root"
    password = random_password.root.result
    host     = self.ip_address
  }

  provisioner "file" {
    content     = templatefile("${path.module}/app.env.tftpl", { client_id = "app", token_url = "https://sso.knoll.example/oauth2/token" })
    destination = "/etc/app.env"
  }

  provisioner "file" {
    source      = "${path.module}/app.service"
    destination = "/etc/systemd/system/app.service"
  }

  provisioner "remote-exec" {
    inline = [
      "set -eux",
      "curl -fsSL https://deb.nodesource.com/setup_20.x | bash -",
      "apt-get install -y nodejs nginx certbot",
      "useradd --system app || true",
      "curl -fsSL -o /opt/app.tgz https://releases.knoll.example/app/${var.version_tag}.tgz",
      "tar -xzf /opt/app.tgz -C /opt",
      "systemctl daemon-reload && systemctl enable --now app",
    ]
  }
}

resource "random_password" "root" {
  length = 32
}

resource "linode_firewall" "app" {
  label           = "app"
  inbound_policy  = "DROP"
  outbound_policy = "ACCEPT"
  linodes         = [linode_instance.app.id]

  inbound {
    label    = "https"
    action   = "ACCEPT"
    protocol = "TCP"
    ports    = "443"
    ipv4     = ["0.0.0.0/0"]
  }
}

variable "version_tag" {
  type = string
}
