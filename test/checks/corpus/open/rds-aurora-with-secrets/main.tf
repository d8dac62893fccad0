resource "random_password" "master" {
  length           = 32
  override_special = "!#$%&*()-_=+"
}

resource "aws_rds_cluster" "main" {
  cluster_identifier      = "orders"
  engine                  = "aurora-postgresql"
  engine_version          = "16.2"
  database_name           = "orders"
  master_username         = "orders"
  master_password         = random_password.master.result
  backup_retention_period = 14
  storage_encrypted       = true
  skip_final_snapshot     = false
}

resource "aws_rds_cluster_instance" "main" {
  count              = 2
  identifier         = "orders-${count.index}"
  cluster_identifier = aws_rds_cluster.main.id
  instance_class     = "db.r6g.large"
  engine             = aws_rds_cluster.main.engine
}

resource "null_resource" "grants" {
  depends_on = [aws_rds_cluster_instance.main]

  triggers = {
    password = random_password.master.result
    grants   = filesha256("${path.module}/grants.sql")
  }

  provisioner "local-exec" {
    command = "psql 'postgresql://orders:${random_password.master.result}@${aws_rds_cluster.main.endpoint}/orders' -f ${path.module}/grants.sql"
  }
}

output "connection_string" {
  value     = "postgresql://orders:${random_password.master.result}@${aws_rds_cluster.main.endpoint}/orders"
  sensitive = true
}

resource "aws_db_proxy" "main" {
  name           = "orders"
  engine_family  = "POSTGRESQL"
  role_arn       = var.proxy_role_arn
  vpc_subnet_ids = var.subnet_ids
  require_tls    = true

  auth {
    auth_scheme = "SECRETS"
    iam_auth    = "REQUIRED"
    secret_arn  = aws_secretsmanager_secret.master.arn
  }
}

resource "aws_secretsmanager_secret" "master" {
  name = "orders/master"
}

variable "proxy_role_arn" {
  type = string
}

variable "subnet_ids" {
  type = list(string)
}
