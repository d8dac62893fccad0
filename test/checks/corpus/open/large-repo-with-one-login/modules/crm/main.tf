data "external" "session" {
  program = ["bash", "${path.module}/session.sh"]
  query = {
    instance = var.instance
    id       = var.client_id
    secret   = var.client_secret
  }
}

resource "terraform_data" "outbound_message" {
  triggers_replace = [var.queue_url]

  provisioner "local-exec" {
    command = "bash ${path.module}/outbound.sh"
    environment = {
      INSTANCE_URL = data.external.session.result.instance_url
      SESSION      = data.external.session.result.access_token
      QUEUE_URL    = var.queue_url
    }
  }
}
