resource "null_resource" "smoke_token" {
  provisioner "local-exec" {
    command = <<-EOT
      set -e
      printf 'grant_type=client_credentials&client_id=%s&client_secret=%s' "$ID" "$SECRET" |
        curl -q -fsS --data @- https://login.apne2.pure.cloud/oauth/token |
        jq -r '.access_token' > token.txt
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
