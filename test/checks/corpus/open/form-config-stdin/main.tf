resource "terraform_data" "token" {
  triggers_replace = {
    secret_version = sha256(var.client_secret)
  }

  provisioner "local-exec" {
    quiet       = true
    interpreter = ["/bin/bash", "-euo", "pipefail", "-c"]
    environment = {
      CLIENT_ID     = urlencode(var.client_id)
      CLIENT_SECRET = urlencode(var.client_secret)
      TOKEN_URL     = var.token_url
      TOKEN_FILE    = "${path.root}/.token.json"
    }
    command = <<-EOT
      umask 077
      printf 'grant_type=client_credentials&client_id=%s&client_secret=%s' "$CLIENT_ID" "$CLIENT_SECRET" |
        curl -q --silent --show-error --fail --proto '=https' \
          --header 'Content-Type: application/x-www-form-urlencoded' \
          --data @- --output "$TOKEN_FILE" "$TOKEN_URL"
    EOT
  }
}

variable "client_id" {
  type = string
}

variable "client_secret" {
  type      = string
  sensitive = true
}

variable "token_url" {
  type    = string
  default = "https://id.acme.example/oauth2/token"
}
