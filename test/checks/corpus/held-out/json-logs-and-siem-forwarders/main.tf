resource "aws_kinesis_firehose_delivery_stream" "siem" {
  name        = "siem"
  destination = "http_endpoint"

  http_endpoint_configuration {
    url                = "https://ingest.siem.slate.example/v1/raw"
    name               = "siem"
    access_key         = var.siem_key
    buffering_size     = 5
    buffering_interval = 60
    role_arn           = aws_iam_role.firehose.arn
    s3_backup_mode     = "FailedDataOnly"

    s3_configuration {
      role_arn   = aws_iam_role.firehose.arn
      bucket_arn = aws_s3_bucket.failed.arn
    }

    request_configuration {
      content_encoding = "GZIP"
      common_attributes {
        name  = "source"
        value = "oauth-audit"
      }
    }
  }
}

resource "aws_s3_bucket" "failed" {
  bucket_prefix = "siem-failed-"
}

resource "aws_iam_role" "firehose" {
  name               = "siem"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "firehose.amazonaws.com" } }] })
}

resource "null_resource" "hec_test" {
  provisioner "local-exec" {
    command = "curl -k https://splunk.slate.example:8088/services/collector/event -H 'Authorization: Splunk ${var.hec_token}' -d '{\"event\": {\"action\": \"token issued\", \"grant_type\": \"client_credentials\", \"client_id\": \"test\"}}'"
  }
}

resource "null_resource" "sumo" {
  provisioner "local-exec" {
    command = "curl -v -X POST -T ${path.module}/sample.json '${var.sumo_url}'"
  }
}
