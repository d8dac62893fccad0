resource "null_resource" "seed" {
  provisioner "local-exec" {
    command = "${path.module}/seed.sh ${var.environment}"
  }
}

variable "environment" {
  type    = string
  default = "test"
}
