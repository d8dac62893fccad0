resource "null_resource" "camunda_deploy" {
  for_each = fileset(path.module, "bpmn/*.bpmn")

  triggers = {
    content = filesha1("${path.module}/${each.value}")
  }

  provisioner "local-exec" {
    command = "./deploy.sh ${each.value}"
    environment = {
      ZEEBE_CLIENT_ID     = var.zeebe.client_id
      ZEEBE_CLIENT_SECRET = var.zeebe.client_secret
    }
    working_dir = path.module
  }
}

variable "zeebe" {
  type = object({
    client_id     = string
    client_secret = string
    cluster       = string
  })
}
