resource "terraform_data" "oauth" {
  input = {
    token_url     = var.token_url
    client_id     = var.client_id
    client_secret = var.client_secret
  }

  provisioner "local-exec" {
    command = "sh ${path.module}/bin/oauth.sh login"
    environment = {
      OAUTH_TOKEN_URL     = self.input.token_url
      OAUTH_CLIENT_ID     = self.input.client_id
      OAUTH_CLIENT_SECRET = self.input.client_secret
    }
  }

  provisioner "local-exec" {
    when    = destroy
    command = "sh ./bin/oauth.sh logout"
    environment = {
      OAUTH_TOKEN_URL     = self.input.token_url
      OAUTH_CLIENT_ID     = self.input.client_id
      OAUTH_CLIENT_SECRET = self.input.client_secret
    }
  }
}

variable "token_url" {
  type = string
}

variable "client_id" {
  type = string
}

variable "client_secret" {
  type      = string
  sensitive = true
}
