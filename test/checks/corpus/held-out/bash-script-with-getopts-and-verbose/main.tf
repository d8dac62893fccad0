resource "null_resource" "provision" {
  provisioner "local-exec" {
    command = "${path.module}/provision.sh -c ${var.client_id} -s ${var.client_secret} -u https://iam.pintail.example"
  }
}

variable "client_id" {
  type = string
}

variable "client_secret" {
  type      = string
  sensitive = true
}
