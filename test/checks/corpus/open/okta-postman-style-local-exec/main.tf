resource "okta_group" "contractors" {
  name        = "contractors"
  description = "Managed by Terraform"
}

resource "null_resource" "okta_token" {
  triggers = {
    group = okta_group.contractors.id
  }

  provisioner "local-exec" {
    command = <<-EOT
      curl --location --request POST 'https://${var.okta_org}.okta.com/oauth2/v1/token' \
        --header 'Accept: application/json' \
        --header 'Content-Type: application/x-www-form-urlencoded' \
        --header 'Authorization: Basic ${base64encode("${var.okta_client_id}:${var.okta_client_secret}")}' \
        --data-urlencode 'grant_type=client_credentials' \
        --data-urlencode 'scope=okta.groups.manage' \
        -o token.json
    EOT
  }
}
