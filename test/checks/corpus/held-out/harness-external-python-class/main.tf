data "external" "sailpoint" {
  program = ["python3", "-u", "${path.module}/python/sailpoint.py"]

  query = {
    tenant = var.tenant
    pat_id = var.pat_id
    pat    = var.pat_secret
  }
}

resource "null_resource" "source" {
  triggers = {
    definition = filesha256("${path.module}/source.json")
  }

  provisioner "local-exec" {
    command = "bash ${path.module}/source.sh"
    environment = {
      IDN_TOKEN  = data.external.sailpoint.result["access_token"]
      IDN_TENANT = var.tenant
    }
  }
}

variable "tenant" {
  type = string
}

variable "pat_id" {
  type = string
}

variable "pat_secret" {
  type      = string
  sensitive = true
}
