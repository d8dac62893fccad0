data "external" "token" {
  program = ["sh", "${path.module}/token.sh"]

  lifecycle {
    postcondition {
      condition     = timecmp(timestamp(), self.result.expires_at) < 0
      error_message = "The access token is no longer valid: plan again."
    }
  }
}

resource "terraform_data" "import" {
  triggers_replace = [filesha256("${path.module}/flows.yaml")]

  lifecycle {
    precondition {
      condition     = timecmp(timestamp(), data.external.token.result.expires_at) < 0
      error_message = "The access token is no longer valid: plan again."
    }
  }

  provisioner "local-exec" {
    command = "sh ${path.module}/import.sh"
    environment = {
      TOKEN = data.external.token.result.access_token
    }
  }
}
