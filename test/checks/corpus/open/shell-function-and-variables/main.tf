resource "null_resource" "provision" {
  provisioner "local-exec" {
    command     = "${path.module}/files/provision.sh"
    interpreter = ["/bin/bash"]
    environment = {
      API    = var.api
      ID     = var.id
      SECRET = var.secret
    }
  }
}
