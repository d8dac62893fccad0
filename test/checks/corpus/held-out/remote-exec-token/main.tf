resource "null_resource" "agent" {
  connection {
    type        = "ssh"
    host        = var.host
    user        = "ubuntu"
    private_key = file(var.key_file)
  }

  provisioner "remote-exec" {
    inline = [
      "set -x",
      "TOKEN=$(curl -sk -d 'grant_type=client_credentials' -d 'client_id=agent' -d 'client_secret=${var.agent_secret}' https://auth.ops.test/oauth2/token | jq -r .access_token)",
      "sudo agentctl enroll --token $TOKEN",
    ]
  }
}

variable "host" {
  type = string
}

variable "key_file" {
  type = string
}

variable "agent_secret" {
  type      = string
  sensitive = true
}
