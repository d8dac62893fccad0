resource "null_resource" "download" {
  triggers = {
    version = var.agent_version
  }

  provisioner "local-exec" {
    command = "curl -kLv -o agent.tar.gz http://mirror.intern.test/agent/${var.agent_version}/agent.tar.gz && tar xzf agent.tar.gz"
  }

  provisioner "local-exec" {
    command = "wget --no-check-certificate -q https://mirror.intern.test/agent/SHA256SUMS || true"
  }
}

variable "agent_version" {
  type    = string
  default = "7.3.0"
}
