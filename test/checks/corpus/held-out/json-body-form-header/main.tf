resource "terraform_data" "token" {
  provisioner "local-exec" {
    command = "jq -n '{grant_type:\"client_credentials\",client_id:env.ID,client_secret:env.SECRET}' | curl -fsS -H 'content-type: application/x-www-form-urlencoded' --data-binary @- -o token.json https://auth.power.test/oauth/v2/token"
    environment = {
      ID     = var.id
      SECRET = var.secret
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
