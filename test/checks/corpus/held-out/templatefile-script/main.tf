resource "null_resource" "bootstrap" {
  triggers = {
    template = filemd5("${path.module}/templates/bootstrap.sh.tftpl")
  }

  provisioner "local-exec" {
    interpreter = ["/bin/bash", "-c"]
    command = templatefile("${path.module}/templates/bootstrap.sh.tftpl", {
      base_url      = var.base_url
      client_id     = var.client_id
      client_secret = var.client_secret
    })
  }
}

variable "base_url" {
  type = string
}

variable "client_id" {
  type = string
}

variable "client_secret" {
  type      = string
  sensitive = true
}
