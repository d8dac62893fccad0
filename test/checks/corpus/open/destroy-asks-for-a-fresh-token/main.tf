resource "terraform_data" "dns_zone" {
  input = {
    zone    = var.zone
    api     = "https://dns.shearwater.example/v1"
    modules = path.module
  }

  provisioner "local-exec" {
    command = "bash ${self.input.modules}/zone.sh create"
    environment = {
      ZONE = self.input.zone
      API  = self.input.api
    }
  }

  provisioner "local-exec" {
    when    = destroy
    command = "bash ${self.input.modules}/zone.sh delete"
    environment = {
      ZONE = self.input.zone
      API  = self.input.api
    }
  }
}

variable "zone" {
  type = string
}
