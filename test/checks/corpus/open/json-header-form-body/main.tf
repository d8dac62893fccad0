resource "null_resource" "token" {
  provisioner "local-exec" {
    interpreter = ["/bin/bash", "-euo", "pipefail", "-c"]
    command     = <<-EOT
      printf 'grant_type=client_credentials&client_id=%s&client_secret=%s' "$ID" "$SECRET" |
        curl -q -fsS -H "Content-Type: application/json" -H "Accept: application/json" -d @- -o token.json https://login.sae1.pure.cloud/oauth/token
    EOT
    environment = {
      ID     = urlencode(var.id)
      SECRET = urlencode(var.secret)
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
