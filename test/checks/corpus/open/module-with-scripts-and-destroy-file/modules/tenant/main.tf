variable "name" {
  type = string
}

variable "client_id" {
  type = string
}

variable "client_secret" {
  type      = string
  sensitive = true
}

resource "null_resource" "tenant" {
  triggers = {
    name       = var.name
    script     = "${path.module}/tenant.sh"
    token_file = "${path.root}/.tokens/${var.name}.json"
  }

  provisioner "local-exec" {
    command = "${self.triggers.script} login && ${self.triggers.script} create"
    environment = {
      NAME          = self.triggers.name
      TOKEN_FILE    = self.triggers.token_file
      CLIENT_ID     = var.client_id
      CLIENT_SECRET = var.client_secret
    }
  }

  provisioner "local-exec" {
    when       = destroy
    on_failure = continue
    command    = "${self.triggers.script} delete"
    environment = {
      NAME       = self.triggers.name
      TOKEN_FILE = self.triggers.token_file
    }
  }
}
