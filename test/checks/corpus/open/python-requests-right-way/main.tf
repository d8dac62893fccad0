resource "snowflake_database" "raw" {
  name                        = "RAW"
  data_retention_time_in_days = 7
}

resource "null_resource" "fivetran_connector" {
  triggers = {
    database = snowflake_database.raw.name
    config   = filesha256("${path.module}/connector.json")
  }

  provisioner "local-exec" {
    command = "python3 ${path.module}/connect.py ${path.module}/connector.json"
    environment = {
      ELT_CLIENT_ID     = var.elt_client_id
      ELT_CLIENT_SECRET = var.elt_client_secret
    }
  }
}

variable "elt_client_id" {
  type = string
}

variable "elt_client_secret" {
  type      = string
  sensitive = true
}
