variable "client_secret" {
  type      = string
  sensitive = true
}

resource "restapi_object" "salesforce" {
  path = "/v2/integrations/oauth"
  data = jsonencode({
    provider     = "salesforce"
    clientId     = "crm"
    clientSecret = var.client_secret
    instanceUrl  = "https://acme.my.salesforce.com"
  })
}

resource "terraform_data" "portal" {
  provisioner "local-exec" {
    command     = "curl --fail --silent --header 'Content-Type: application/json' --data @- https://portal.acme.example/api/oauth-apps <<< \"$APP\""
    interpreter = ["/bin/bash", "-c"]
    environment = {
      APP = jsonencode({
        client_id     = "crm"
        client_secret = var.client_secret
        callback_url  = "https://crm.acme.example/callback"
      })
    }
  }
}
