data "external" "tenant" {
  program = ["python3", "${path.module}/tenant.py"]
  query = {
    name = var.tenant
  }
}

resource "postgresql_schema" "tenant" {
  name  = "t_${data.external.tenant.result.id}"
  owner = "app"
}

resource "postgresql_grant" "tenant" {
  database    = "app"
  role        = "reader"
  schema      = postgresql_schema.tenant.name
  object_type = "table"
  privileges  = ["SELECT"]
}

variable "tenant" {
  type = string
}
