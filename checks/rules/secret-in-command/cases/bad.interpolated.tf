resource "null_resource" "token" {
  provisioner "local-exec" {
    command = <<-EOT
      printf '%s' '${var.client_secret}' | curl -sSf -d grant_type=client_credentials --data-urlencode client_secret@- https://sso.acme.example/oauth2/token -o token.json
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
