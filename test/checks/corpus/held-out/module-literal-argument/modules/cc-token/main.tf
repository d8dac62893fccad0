resource "null_resource" "this" {
  triggers = {
    client_id     = var.client_id
    client_secret = var.client_secret
    url           = "https://api.${var.environment}.genesyscloud.com/api/v2/authorization/oauth2/token"
  }

  provisioner "local-exec" {
    command = <<-EOT
      curl --fail --silent \
        --url "${self.triggers.url}" \
        --header "content-type: application/x-www-form-urlencoded" \
        --data-urlencode "grant_type=client_credentials" \
        --data-urlencode "client_id=${self.triggers.client_id}" \
        --data-urlencode "client_secret=${self.triggers.client_secret}" \
        --output "${path.module}/token.json"
    EOT
  }
}
