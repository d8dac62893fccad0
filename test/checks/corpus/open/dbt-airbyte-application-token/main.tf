resource "airbyte_source_postgres" "shop" {
  name         = "shop"
  workspace_id = var.workspace_id
  configuration = {
    host     = "db.shop.example"
    port     = 5432
    database = "shop"
    username = "airbyte"
    password = var.db_password
  }
}

resource "null_resource" "sync" {
  triggers = {
    source = airbyte_source_postgres.shop.source_id
  }

  provisioner "local-exec" {
    command = "sh ${path.module}/sync.sh ${var.connection_id}"
    environment = {
      AIRBYTE_CLIENT_ID     = var.airbyte_client_id
      AIRBYTE_CLIENT_SECRET = var.airbyte_client_secret
    }
  }
}

variable "workspace_id" {
  type = string
}

variable "connection_id" {
  type = string
}

variable "db_password" {
  type = string
}

variable "airbyte_client_id" {
  type = string
}

variable "airbyte_client_secret" {
  type      = string
  sensitive = true
}
