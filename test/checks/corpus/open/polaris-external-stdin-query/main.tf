data "external" "polaris" {
  program = ["bash", "${path.module}/polaris.sh"]
  query = {
    host   = var.polaris_host
    id     = var.polaris_client_id
    secret = var.polaris_client_secret
  }
}

resource "null_resource" "catalog" {
  provisioner "local-exec" {
    command = "./create-catalog.sh"
    environment = {
      POLARIS_TOKEN = data.external.polaris.result["token"]
    }
  }
}

variable "polaris_host" { default = "polaris.lake.example" }
variable "polaris_client_id" {}
variable "polaris_client_secret" {}
