variable "databricks_account_id" {
  type = string
}

variable "databricks_client_id" {
  type = string
}

variable "databricks_client_secret" {
  type      = string
  sensitive = true
}

resource "databricks_mws_workspaces" "this" {
  provider       = databricks.account
  account_id     = var.databricks_account_id
  aws_region     = "eu-central-1"
  workspace_name = "lakehouse-dev"
}

resource "null_resource" "ip_access_list" {
  depends_on = [databricks_mws_workspaces.this]

  provisioner "local-exec" {
    command     = "${path.module}/files/allow.sh 203.0.113.0/24"
    interpreter = ["/bin/bash", "-c"]
    environment = {
      DATABRICKS_HOST          = databricks_mws_workspaces.this.workspace_url
      DATABRICKS_CLIENT_ID     = var.databricks_client_id
      DATABRICKS_CLIENT_SECRET = var.databricks_client_secret
    }
  }
}
