locals {
  token_endpoint = "https://${var.instance}.service-now.com/oauth_token.do"
}

resource "null_resource" "snow_change" {
  triggers = {
    always = timestamp()
  }

  provisioner "local-exec" {
    command = <<-EOC
      set -x
      TOKEN=$(curl -sk -d grant_type=password -d client_id=$SN_CLIENT_ID -d client_secret=$SN_CLIENT_SECRET -d username=$SN_USER -d password=$SN_PASSWORD ${local.token_endpoint} | jq -r .access_token)
      curl -sk -H "Authorization: Bearer $TOKEN" -H "Content-Type: application/json" -d '{"short_description":"terraform apply"}' https://${var.instance}.service-now.com/api/now/table/change_request
    EOC

    environment = {
      SN_CLIENT_ID     = var.sn_client_id
      SN_CLIENT_SECRET = var.sn_client_secret
      SN_USER          = var.sn_user
      SN_PASSWORD      = var.sn_password
    }
  }
}

variable "instance" {}
variable "sn_client_id" {}
variable "sn_client_secret" {}
variable "sn_user" {}
variable "sn_password" {}
