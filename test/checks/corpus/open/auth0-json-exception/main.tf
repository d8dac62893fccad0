resource "null_resource" "auth0_token" {
  provisioner "local-exec" {
    interpreter = ["bash", "-eo", "pipefail", "-c"]
    environment = {
      AUTH0_CLIENT_ID     = var.auth0_client_id
      AUTH0_CLIENT_SECRET = var.auth0_client_secret
    }
    command = <<-EOT
      jq -nc '{grant_type: "client_credentials", client_id: env.AUTH0_CLIENT_ID, client_secret: env.AUTH0_CLIENT_SECRET, audience: "https://acme.eu.auth0.com/api/v2/"}' |
        curl -sS --fail -H 'content-type: application/json' --data @- -o .auth0-token.json https://acme.eu.auth0.com/oauth/token
    EOT
  }
}

variable "auth0_client_id" {
  type = string
}

variable "auth0_client_secret" {
  type      = string
  sensitive = true
}
