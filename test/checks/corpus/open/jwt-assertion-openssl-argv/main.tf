data "external" "snowflake_token" {
  program = ["bash", "${path.module}/bin/jwt.sh"]
  query = {
    account  = var.account
    user     = var.user
    key_path = var.private_key_path
  }
}

resource "null_resource" "compute_pool" {
  triggers = {
    pool = var.pool_name
  }
  provisioner "local-exec" {
    command = "bash ${path.module}/bin/pool.sh"
    environment = {
      TOKEN = data.external.snowflake_token.result.token
      POOL  = var.pool_name
    }
  }
}

variable "account" {
  type = string
}

variable "user" {
  type = string
}

variable "private_key_path" {
  type = string
}

variable "pool_name" {
  type = string
}
