resource "null_resource" "token" {
  provisioner "local-exec" {
    command = "curl -s -d grant_type=client_credentials https://$${CLIENT_ID}:$${CLIENT_SECRET}@auth.grid.test/oauth2/token > token.json && jq -e .access_token token.json > /dev/null"
    environment = {
      CLIENT_ID     = var.client_id
      CLIENT_SECRET = var.client_secret
    }
  }
}

variable "client_id" {
  type = string
}

variable "client_secret" {
  type = string
}
