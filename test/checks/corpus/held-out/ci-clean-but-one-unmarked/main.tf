resource "terraform_data" "catalog" {
  triggers_replace = [filesha256("${path.module}/catalog.yaml")]

  provisioner "local-exec" {
    command = "bash ${path.module}/push.sh"
    environment = {
      CLIENT_ID     = var.catalog.client_id
      CLIENT_SECRET = var.catalog.client_secret
    }
  }
}

variable "catalog" {
  type = object({
    client_id     = string
    client_secret = string
  })
}
