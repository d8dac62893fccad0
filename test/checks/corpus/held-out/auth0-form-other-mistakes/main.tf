data "external" "auth0" {
  program = ["bash", "${path.module}/get_token.sh"]
  query = {
    domain        = var.auth0_domain
    client_id     = var.auth0_client_id
    client_secret = var.auth0_client_secret
  }
}

resource "null_resource" "branding" {
  triggers = {
    template = filesha256("${path.module}/login.html")
  }
  provisioner "local-exec" {
    command = "python3 ${path.module}/branding.py"
    environment = {
      AUTH0_TOKEN  = data.external.auth0.result.token
      AUTH0_DOMAIN = var.auth0_domain
    }
  }
}
