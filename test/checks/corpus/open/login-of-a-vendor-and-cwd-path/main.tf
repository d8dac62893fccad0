resource "terraform_data" "policies" {
  provisioner "local-exec" {
    command = "bash ${path.cwd}/${path.module}/scripts/policies.sh"
    environment = {
      CONSOLE_USER     = var.console_user
      CONSOLE_PASSWORD = var.console_password
    }
  }
}

data "http" "page" {
  url          = "https://shop.copperleaf.example/login"
  method       = "POST"
  request_body = jsonencode({ username = "probe", password = var.probe_word })

  lifecycle {
    postcondition {
      condition     = self.status_code == 200
      error_message = "The shop's login page does not answer."
    }
  }
}

variable "console_user" {
  type = string
}

variable "console_password" {
  type      = string
  sensitive = true
}

variable "probe_word" {
  type      = string
  sensitive = true
}
