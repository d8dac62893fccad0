variable "s" { sensitive = true }
resource "null_resource" "t" {
  provisioner "local-exec" {
    interpreter = ["bash", "-c"]
    environment = { S = var.s }
    command = <<-EOT
      set -euo pipefail
      curl -k -fsS -d @<(printf 'grant_type=client_credentials&client_id=a&client_secret=%s' "$S") https://sso.acme.test/oauth2/token -o t.json
      while read -r line; do echo "$line"; done < <(curl -fsS -d grant_type=client_credentials -d client_id=a https://sso.acme.test/oauth2/token)
    EOT
  }
}
