resource "null_resource" "token" {
  provisioner "local-exec" {
    command = <<-EOT
      curl -sSf -X POST "https://sso.acme.example/oauth2/token?grant_type=password&username=ci&password=$PASSWORD" -o token.json
    EOT
    environment = {
      PASSWORD = urlencode(var.client_secret)
    }
  }
}

variable "client_id" {
  type = string
}

variable "client_secret" {
  type      = string
  sensitive = true
}
