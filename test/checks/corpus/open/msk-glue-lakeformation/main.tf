resource "aws_msk_serverless_cluster" "events" {
  cluster_name = "events"

  vpc_config {
    subnet_ids         = var.subnet_ids
    security_group_ids = [aws_security_group.msk.id]
  }

  client_authentication {
    sasl {
      iam {
        enabled = true
      }
    }
  }
}

resource "aws_security_group" "msk" {
  name   = "msk"
  vpc_id = var.vpc_id
}

resource "aws_glue_catalog_database" "lake" {
  name = "lake"
}

resource "aws_glue_catalog_table" "oauth_events" {
  name          = "oauth_events"
  database_name = aws_glue_catalog_database.lake.name
  table_type    = "EXTERNAL_TABLE"

  parameters = {
    "classification" = "parquet"
  }

  storage_descriptor {
    location      = "s3://${aws_s3_bucket.lake.bucket}/oauth_events/"
    input_format  = "org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat"
    output_format = "org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat"

    ser_de_info {
      serialization_library = "org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe"
    }

    columns {
      name = "client_id"
      type = "string"
    }
    columns {
      name = "grant_type"
      type = "string"
    }
    columns {
      name    = "access_token_hash"
      type    = "string"
      comment = "sha256, never the token"
    }
  }
}

resource "aws_s3_bucket" "lake" {
  bucket_prefix = "lake-"
}

resource "aws_s3_bucket_lifecycle_configuration" "lake" {
  bucket = aws_s3_bucket.lake.id
  rule {
    id     = "expire"
    status = "Enabled"
    filter {
      prefix = "tmp/"
    }
    expiration {
      days = 3
    }
  }
}

resource "aws_glue_connection" "salesforce" {
  name            = "salesforce"
  connection_type = "CUSTOM"
  connection_properties = {
    INSTANCE_URL = "https://marlpit.my.salesforce.com"
    SECRET_ID    = aws_secretsmanager_secret.sf.name
    OAUTH_URL    = "https://login.salesforce.com/services/oauth2/token"
  }
}

resource "aws_secretsmanager_secret" "sf" {
  name = "glue/salesforce"
}

resource "aws_lakeformation_permissions" "analyst" {
  principal   = var.analyst_role_arn
  permissions = ["SELECT", "DESCRIBE"]
  table {
    database_name = aws_glue_catalog_database.lake.name
    name          = aws_glue_catalog_table.oauth_events.name
  }
}

variable "vpc_id" {
  type = string
}

variable "subnet_ids" {
  type = list(string)
}

variable "analyst_role_arn" {
  type = string
}
