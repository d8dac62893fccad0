resource "terraform_data" "dns_zone" {
  triggers_replace = [var.zone]

  provisioner "local-exec" {
    interpreter = ["bash", "-euo", "pipefail", "-c"]
    command     = <<-EOT
      umask 077
      dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT
      printf 'machine sso.bramble.example login %s password %s\n' "$CLIENT_ID" "$CLIENT_SECRET" > "$dir/netrc"
      curl -q -fsS --netrc-file "$dir/netrc" -d grant_type=client_credentials -o "$dir/token.json" https://sso.bramble.example/oauth2/token
      printf 'Authorization: Bearer %s' "$(jq -er .access_token "$dir/token.json")" > "$dir/header"
      curl -q -fsS -H @"$dir/header" --json '{"name": "${var.zone}"}' https://dns.bramble.example/v2/zones
    EOT
    environment = {
      CLIENT_ID     = var.client_id
      CLIENT_SECRET = var.client_secret
    }
  }
}

variable "zone" {
  type = string

  validation {
    condition     = can(regex("^[a-z0-9.-]+$", var.zone))
    error_message = "A DNS name, please."
  }
}

variable "client_id" {
  type = string
}

variable "client_secret" {
  type      = string
  sensitive = true
}
