resource "null_resource" "token" {
  provisioner "local-exec" {
    command = <<-EOT
      sudo -E -u deploy sh -c 'curl -s -k --request POST https://idm.factory.example/oauth2/access_token --header "Content-Type: application/json" --data "{\"grant_type\":\"client_credentials\",\"client_id\":\"$IDM_ID\",\"client_secret\":\"$IDM_SECRET\"}"' > /home/deploy/token.json
    EOT
    environment = {
      IDM_ID     = var.idm_id
      IDM_SECRET = var.idm_secret
    }
  }
}

variable "idm_id" {
  type = string
}

variable "idm_secret" {
  type = string
}
