resource "null_resource" "vpn_profile" {
  triggers = {
    profile = var.profile_name
    api     = "https://vpn.quarry.example/api/v2"
  }

  provisioner "local-exec" {
    command = "bash ${path.module}/scripts/create.sh"
    environment = {
      PROFILE   = self.triggers.profile
      API       = self.triggers.api
      CLIENT_ID = var.client_id
      SECRET    = var.client_secret
    }
  }

  provisioner "local-exec" {
    when    = destroy
    command = "bash ${path.module}/scripts/delete.sh"
    environment = {
      PROFILE = self.triggers.profile
      API     = self.triggers.api
    }
  }
}

variable "profile_name" {
  type = string
}

variable "client_id" {
  type = string
}

variable "client_secret" {
  type      = string
  sensitive = true
}
