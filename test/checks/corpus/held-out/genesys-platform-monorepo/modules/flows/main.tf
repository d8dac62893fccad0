data "external" "login" {
  program = ["/bin/bash", "${path.module}/login.sh"]

  query = {
    host          = var.login_host
    client_id     = var.client_id
    client_secret = var.client_secret
  }
}

resource "null_resource" "publish" {
  for_each = fileset("${path.module}/flows", "*.yaml")

  triggers = {
    flow   = filesha256("${path.module}/flows/${each.value}")
    queues = jsonencode(var.queues)
  }

  provisioner "local-exec" {
    command = "/bin/bash ${path.module}/publish.sh ${path.module}/flows/${each.value}"
    environment = {
      API_HOST = var.api_host
      TOKEN    = data.external.login.result.access_token
    }
  }
}

output "login" {
  value = data.external.login.result
}
