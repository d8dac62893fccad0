resource "null_resource" "check" {
  triggers = {
    always = timestamp()
  }

  provisioner "local-exec" {
    interpreter = ["/bin/bash", "-euo", "pipefail", "-c"]
    command     = <<-EOT
      TOKEN=$(printf 'user = "%s:%s"\n' "$ID" "$SECRET" | curl -q -fsS --config - -d grant_type=client_credentials https://login.mypurecloud.jp/oauth/token | jq -er .access_token)
      echo "Access token: $TOKEN"
    EOT
    environment = {
      ID     = var.id
      SECRET = var.secret
    }
  }
}

variable "id" {
  type = string
}

variable "secret" {
  type      = string
  sensitive = true
}
