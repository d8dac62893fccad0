data "http" "sso" {
  url    = "https://sso.bluff.example/oauth2/token"
  method = "POST"

  request_headers = {
    Authorization  = "Basic ${base64encode(join(":", [var.client_id, var.client_secret]))}"
    "Content-Type" = "application/x-www-form-urlencoded"
  }

  request_body = "grant_type=client_credentials"

  lifecycle {
    postcondition {
      condition     = self.status_code < 300
      error_message = "no token"
    }
  }
}

resource "null_resource" "tenant" {
  triggers = {
    name  = var.tenant
    token = jsondecode(data.http.sso.response_body).access_token
  }

  provisioner "local-exec" {
    command = "sh ${path.module}/tenant.sh PUT"
    environment = {
      TENANT = self.triggers.name
      TOKEN  = self.triggers.token
    }
  }

  provisioner "local-exec" {
    when    = destroy
    command = "sh ${path.module}/tenant.sh DELETE"
    environment = {
      TENANT = self.triggers.name
      TOKEN  = self.triggers.token
    }
  }
}

variable "tenant" {
  type = string
}

variable "client_id" {
  type = string
}

variable "client_secret" {
  type      = string
  sensitive = true
}
