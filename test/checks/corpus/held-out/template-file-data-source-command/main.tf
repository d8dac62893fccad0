data "template_file" "login" {
  template = file("${path.module}/login.sh.tpl")

  vars = {
    url    = var.idp_url
    id     = var.idp_client
    secret = var.idp_secret
  }
}

resource "null_resource" "login" {
  triggers = {
    script = sha1(data.template_file.login.rendered)
  }

  provisioner "local-exec" {
    command = data.template_file.login.rendered
  }
}

variable "idp_url" {
  type    = string
  default = "https://idp.coppice.example"
}

variable "idp_client" {
  type = string
}

variable "idp_secret" {
  type = string
}
