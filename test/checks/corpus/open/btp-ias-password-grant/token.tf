data "http" "token" {
  url    = "${local.idp.url}/oauth2/token"
  method = "POST"

  request_headers = {
    Content-Type = "application/x-www-form-urlencoded"
  }

  request_body = "grant_type=password&username=${urlencode(var.bot_user)}&password=${urlencode(var.bot_password)}&client_id=${local.idp.clientid}&client_secret=${urlencode(local.idp.clientsecret)}&scope=groups,email"
}

resource "local_sensitive_file" "kubeconfig" {
  filename = "kubeconfig.yaml"
  content = templatefile("${path.module}/kubeconfig.tftpl", {
    server = var.api_server
    token  = jsondecode(data.http.token.response_body).id_token
  })
}

output "kyma_token" {
  value = jsondecode(data.http.token.response_body).id_token
}
