resource "terraform_data" "token" {
  provisioner "local-exec" {
    interpreter = ["bash", "-euo", "pipefail", "-c"]
    command     = <<-EOT
      printf 'grant_type=client_credentials&client_id=%s&client_secret=%s' "$ID" "$SECRET" |
        https --check-status --body --output token.json POST id.rail.example/oauth2/token 'Content-Type: application/x-www-form-urlencoded'
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
