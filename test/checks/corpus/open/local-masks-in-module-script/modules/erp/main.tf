variable "environment" {
  type = string
}

variable "secret_name" {
  type = string
}

data "aws_secretsmanager_secret_version" "erp" {
  secret_id = var.secret_name
}

locals {
  creds = jsondecode(data.aws_secretsmanager_secret_version.erp.secret_string)
  hosts = {
    prod = "erp.quillstone.example"
    test = "erp-test.quillstone.example"
  }
}

resource "null_resource" "period" {
  triggers = {
    host = local.hosts[var.environment]
  }

  provisioner "local-exec" {
    command = "${path.module}/files/open_period.sh"
    environment = {
      HOST   = local.hosts[var.environment]
      ID     = local.creds.client_id
      SECRET = local.creds.client_secret
    }
  }
}
