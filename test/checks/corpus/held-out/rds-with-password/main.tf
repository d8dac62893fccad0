terraform {
  required_version = ">= 1.6"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.60"
    }
    random = {
      source  = "hashicorp/random"
      version = "~> 3.6"
    }
  }

  backend "s3" {
    bucket = "acme-tfstate"
    key    = "orders/rds.tfstate"
    region = "eu-west-1"
  }
}

provider "aws" {
  region = var.region

  default_tags {
    tags = {
      Team    = "orders"
      Service = "orders-db"
    }
  }
}

variable "region" {
  type    = string
  default = "eu-west-1"
}

variable "vpc_id" {
  type = string
}

variable "subnet_ids" {
  type = list(string)
}

variable "allowed_cidrs" {
  type    = list(string)
  default = ["10.20.0.0/16"]
}

resource "random_password" "master" {
  length           = 32
  special          = true
  override_special = "!#$%&*()-_=+[]{}<>:?"
}

resource "aws_security_group" "db" {
  name_prefix = "orders-db-"
  vpc_id      = var.vpc_id

  ingress {
    from_port   = 5432
    to_port     = 5432
    protocol    = "tcp"
    cidr_blocks = var.allowed_cidrs
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_db_subnet_group" "db" {
  name       = "orders-db"
  subnet_ids = var.subnet_ids
}

resource "aws_db_instance" "db" {
  identifier                   = "orders"
  engine                       = "postgres"
  engine_version               = "16.3"
  instance_class               = "db.t4g.medium"
  allocated_storage            = 100
  max_allocated_storage        = 500
  storage_encrypted            = true
  db_name                      = "orders"
  username                     = "orders_admin"
  password                     = random_password.master.result
  db_subnet_group_name         = aws_db_subnet_group.db.name
  vpc_security_group_ids       = [aws_security_group.db.id]
  backup_retention_period      = 14
  deletion_protection          = true
  performance_insights_enabled = true
  skip_final_snapshot          = false
  final_snapshot_identifier    = "orders-final"
}

resource "aws_secretsmanager_secret" "db" {
  name                    = "orders/db/master"
  recovery_window_in_days = 7
}

resource "aws_secretsmanager_secret_version" "db" {
  secret_id = aws_secretsmanager_secret.db.id
  secret_string = jsonencode({
    username = aws_db_instance.db.username
    password = random_password.master.result
    host     = aws_db_instance.db.address
    port     = aws_db_instance.db.port
  })
}

resource "null_resource" "migrate" {
  triggers = {
    migrations = sha1(join("", [for f in fileset(path.module, "migrations/*.sql") : filesha1("${path.module}/${f}")]))
  }

  provisioner "local-exec" {
    command = "for f in migrations/*.sql; do psql -v ON_ERROR_STOP=1 -f \"$f\"; done"
    environment = {
      PGHOST     = aws_db_instance.db.address
      PGUSER     = aws_db_instance.db.username
      PGPASSWORD = random_password.master.result
      PGDATABASE = aws_db_instance.db.db_name
    }
  }
}

output "endpoint" {
  value = aws_db_instance.db.endpoint
}

output "master_password" {
  value     = random_password.master.result
  sensitive = true
}
