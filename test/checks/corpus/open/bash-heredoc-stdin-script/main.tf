resource "null_resource" "token" {
  provisioner "local-exec" {
    command = <<-EOT
      bash -s <<'SCRIPT'
      set -eu
      resp=$(curl -sS -L -d "grant_type=client_credentials" -d "client_id=$ID" -d "client_secret=$SECRET" https://auth.press.example/oauth/token)
      echo "$resp" >&2
      echo "$resp" | jq -er .access_token > token
      SCRIPT
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
