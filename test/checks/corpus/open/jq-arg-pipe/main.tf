variable "api" {
  type = object({
    token_url     = string
    client_id     = string
    client_secret = string
  })
}

resource "terraform_data" "token" {
  provisioner "local-exec" {
    interpreter = ["bash", "-o", "pipefail", "-ec"]
    environment = {
      ID     = var.api.client_id
      SECRET = var.api.client_secret
    }
    command = <<-EOT
      jq -n --arg id "$ID" --arg secret "$SECRET" '{grant_type:"client_credentials",client_id:$id,client_secret:$secret}' \
        | curl -sS --fail-with-body --json @- -o token.json ${var.api.token_url}
    EOT
  }
}
