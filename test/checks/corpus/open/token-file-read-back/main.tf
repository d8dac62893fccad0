resource "null_resource" "cxone_token" {
  provisioner "local-exec" {
    interpreter = ["/bin/bash", "-c"]
    command     = "curl --location --request POST 'https://api.mypurecloud.com/api/v2/authorization/oauth2/token' --header 'Content-Type: application/json' --data-raw '{\"grant_type\":\"client_credentials\",\"client_id\":\"${var.client_id}\",\"client_secret\":\"${var.client_secret}\",\"scope\":\"urn:nice:cxone:platform:api\"}' > ${path.module}/token.json"
  }
}
variable "client_id" { type = string }
variable "client_secret" {
  type      = string
  sensitive = true
}
data "local_file" "token" {
  filename   = "${path.module}/token.json"
  depends_on = [null_resource.cxone_token]
}
locals {
  access_token = jsondecode(data.local_file.token.content)["access_token"]
}
output "access_token" {
  value = local.access_token
}
provider "restapi" {
  uri = "https://api.mypurecloud.com"
  headers = {
    Authorization = "Bearer ${local.access_token}"
  }
  write_returns_object = true
}
