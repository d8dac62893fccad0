variable "db_password" {
  type      = string
  sensitive = true
}

resource "null_resource" "schema" {
  provisioner "local-exec" {
    command = "liquibase update --password=${var.db_password} --url jdbc:postgresql://db/shop"
  }
}
