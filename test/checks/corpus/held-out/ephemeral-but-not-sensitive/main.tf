terraform {
  required_version = ">= 1.11"
}

variable "client_id" {
  type = string
}

variable "client_secret" {
  type      = string
  ephemeral = true
}

resource "terraform_data" "token" {
  provisioner "local-exec" {
    quiet       = true
    interpreter = ["/bin/sh", "-ec"]
    command     = <<-EOT
      printf 'grant_type=client_credentials&client_id=%s&client_secret=%s' "$ID" "$SECRET" | curl -q -sS -f -d @- -o token.json https://login.mypurecloud.de/oauth/token
    EOT
    environment = {
      ID     = urlencode(var.client_id)
      SECRET = urlencode(var.client_secret)
    }
  }
}
