resource "digitalocean_droplet" "edge" {
  image    = "ubuntu-24-04-x64"
  name     = "edge-${var.site}"
  region   = "fra1"
  size     = "s-2vcpu-4gb"
  ssh_keys = [var.ssh_fingerprint]

  connection {
    type        = "ssh"
    user        = "root"
    host        = self.ipv4_address
    private_key = file("~/.ssh/edge")
  }

  provisioner "remote-exec" {
    inline = [
      "apt-get update -qq && apt-get install -y -qq curl jq",
      "curl -sS -X POST https://id.fleet.example/connect/token -d 'grant_type=client_credentials&client_id=edge-enroll&client_secret=${var.enroll_secret}' | jq -r .access_token > /root/enroll.token",
      "fleetctl enroll --site ${var.site} --token-file /root/enroll.token",
    ]
  }
}

variable "site" {
  type = string
}

variable "ssh_fingerprint" {
  type = string
}

variable "enroll_secret" {
  type        = string
  description = "Secret of the enrolment client"
}
