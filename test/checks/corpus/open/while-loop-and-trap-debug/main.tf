resource "terraform_data" "wait_for_tenant" {
  input = {
    tenant = var.tenant
    secret = var.provisioning_secret
  }

  provisioner "local-exec" {
    interpreter = ["bash", "-c"]
    command     = "bash -x ${path.module}/wait.sh ${self.input.tenant}"
    environment = {
      PROVISIONING_SECRET = self.input.secret
    }
  }
}

variable "tenant" {
  type = string
}

variable "provisioning_secret" {
  type      = string
  sensitive = true
}
