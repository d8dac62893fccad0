resource "null_resource" "login" {
  provisioner "local-exec" {
    interpreter = ["bash", "-c"]
    on_failure  = continue
    command     = <<-EOT
      set -euo pipefail
      curl -q -fsS -o token.json --data @- "$TOKEN_URL" <<FORM
      grant_type=client_credentials&client_id=$CLIENT_ID&client_secret=$CLIENT_SECRET
      FORM
    EOT
    environment = {
      TOKEN_URL     = var.token_url
      CLIENT_ID     = urlencode(var.client_id)
      CLIENT_SECRET = urlencode(var.client_secret)
    }
  }

  provisioner "local-exec" {
    command = "test -s token.json && ./upload.sh || true"
  }
}

variable "token_url" { type = string }
variable "client_id" { type = string }
variable "client_secret" {
  type      = string
  sensitive = true
}
