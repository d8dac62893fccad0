resource "null_resource" "hubspot_schema" {
  provisioner "local-exec" {
    command     = "node push-schema.js"
    working_dir = "${path.module}/tools"
    environment = {
      WIZ_CLIENT_ID     = var.client_id
      WIZ_CLIENT_SECRET = var.client_secret
    }
  }
}

variable "client_id" {
  type = string
}

variable "client_secret" {
  type = string
}
