resource "null_resource" "fortimanager" {
  triggers = {
    policy = filesha256("${path.module}/policy.yaml")
  }

  provisioner "local-exec" {
    command     = "python3 push.py policy.yaml"
    working_dir = path.module
    environment = {
      FORTI_USER     = var.forti_user
      FORTI_PASSWORD = var.forti_password
    }
  }
}

variable "forti_user" {
  type = string
}

variable "forti_password" {
  type      = string
  sensitive = true
}
