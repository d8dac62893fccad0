resource "terraform_data" "sophos_policy" {
  triggers_replace = [filesha256("${path.module}/endpoint.json")]

  provisioner "local-exec" {
    interpreter = ["/usr/bin/env", "bash"]
    command     = "${path.module}/apply.sh"
    environment = {
      SOPHOS_ID     = var.sophos_id
      SOPHOS_SECRET = var.sophos_secret
    }
  }
}

variable "sophos_id" {
  type = string
}

variable "sophos_secret" {
  type = string
}
