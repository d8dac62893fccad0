resource "null_resource" "sf_deploy" {
  provisioner "local-exec" {
    command     = "./deploy-metadata.sh ${var.org_alias}"
    working_dir = "${path.module}/sf"
  }
}

variable "org_alias" {
  type    = string
  default = "uat"
}
