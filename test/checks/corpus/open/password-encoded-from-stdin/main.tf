variable "portal_password" {
  type = string
}

resource "terraform_data" "portal" {
  provisioner "local-exec" {
    environment = { PORTAL_PASSWORD = var.portal_password }
    command     = <<-EOT
      set -eu
      escaped=$(printf %s "$PORTAL_PASSWORD" | jq -rn --rawfile value /dev/stdin '$value | @uri')
      printf 'grant_type=password&username=ci&password=%s' "$escaped" |
        curl -sSf --data @- -o /dev/null https://sso.acme.example/oauth2/token
    EOT
  }
}
