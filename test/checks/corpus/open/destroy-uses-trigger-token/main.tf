data "external" "token" {
  program = ["sh", "${path.module}/token.sh"]
}

resource "null_resource" "registration" {
  triggers = {
    name  = var.service_name
    token = data.external.token.result.access_token
  }

  provisioner "local-exec" {
    command = "sh ${path.module}/register.sh PUT"
    environment = {
      TOKEN = self.triggers.token
      NAME  = self.triggers.name
    }
  }

  provisioner "local-exec" {
    when    = destroy
    command = "sh ./register.sh DELETE"
    environment = {
      TOKEN = self.triggers.token
      NAME  = self.triggers.name
    }
  }
}

variable "service_name" {
  type = string
}
