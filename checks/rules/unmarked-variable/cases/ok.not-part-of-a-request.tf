variable "database_password" {
  type = string
}

resource "aws_db_instance" "orders" {
  password = var.database_password
}
