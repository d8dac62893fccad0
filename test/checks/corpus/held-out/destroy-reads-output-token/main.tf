data "external" "login" {
  program = ["sh", "${path.module}/login.sh"]
}

resource "terraform_data" "subscription" {
  input = {
    token = data.external.login.result.access_token
    topic = var.topic
  }

  provisioner "local-exec" {
    command = "sh ${path.module}/subscription.sh create"
    environment = {
      TOKEN = self.output.token
      TOPIC = self.output.topic
    }
  }

  provisioner "local-exec" {
    when    = destroy
    command = "sh ${path.module}/subscription.sh delete"
    environment = {
      TOKEN = self.output.token
      TOPIC = self.output.topic
    }
  }
}

variable "topic" {
  type = string
}
