resource "local_file" "bootstrap" {
  filename        = "${path.module}/.generated/bootstrap.sh"
  file_permission = "0700"
  content = templatefile("${path.module}/bootstrap.sh.tpl", {
    okta_domain = var.okta_domain
    okta_id     = var.okta_id
    okta_secret = var.okta_secret
  })
}

resource "null_resource" "bootstrap" {
  depends_on = [local_file.bootstrap]

  triggers = {
    script = local_file.bootstrap.content_sha256
  }

  provisioner "local-exec" {
    command = local_file.bootstrap.filename
  }
}

variable "okta_domain" {
  type = string
}

variable "okta_id" {
  type = string
}

variable "okta_secret" {
  type      = string
  sensitive = true
}
