resource "null_resource" "change_gate" {
  triggers = {
    plan = var.plan_hash
  }

  provisioner "local-exec" {
    command     = "${path.module}/bin/change.sh"
    interpreter = ["/bin/bash"]
    environment = {
      SNOW_HOST     = "https://${var.snow_instance}.service-now.com"
      SNOW_CLIENT   = var.snow_client_id
      SNOW_SECRET   = var.snow_client_secret
      SNOW_USER     = var.snow_user
      SNOW_PASSWORD = var.snow_password
    }
  }
}
