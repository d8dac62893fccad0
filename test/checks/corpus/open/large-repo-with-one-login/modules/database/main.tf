variable "subnet_ids" {
  type = list(string)
}

variable "password" {
  type = string
}

resource "aws_db_subnet_group" "this" {
  name       = "core"
  subnet_ids = var.subnet_ids
}

resource "aws_db_instance" "this" {
  identifier           = "core"
  engine               = "postgres"
  engine_version       = "16.3"
  instance_class       = "db.t4g.medium"
  allocated_storage    = 50
  username             = "core"
  password             = var.password
  db_subnet_group_name = aws_db_subnet_group.this.name
  skip_final_snapshot  = true
}

resource "null_resource" "schema" {
  triggers = {
    schema = filesha256("${path.module}/schema.sql")
  }
  provisioner "local-exec" {
    command = "PGPASSWORD='${var.password}' psql -h ${aws_db_instance.this.address} -U core -f ${path.module}/schema.sql"
  }
}
