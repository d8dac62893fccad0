resource "aws_dynamodb_table" "carts" {
  name         = "carts"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"

  attribute {
    name = "id"
    type = "S"
  }

  point_in_time_recovery {
    enabled = true
  }
}

ephemeral "aws_secretsmanager_secret_version" "search" {
  secret_id = "shop/search/oauth"
}

resource "terraform_data" "search_index" {
  triggers_replace = {
    mapping = filesha256("${path.module}/mapping.json")
    table   = aws_dynamodb_table.carts.arn
  }

  provisioner "local-exec" {
    command = "bash ${path.module}/scripts/put-index.sh"
    quiet   = true
    environment = {
      SEARCH_CLIENT_ID     = jsondecode(ephemeral.aws_secretsmanager_secret_version.search.secret_string)["client_id"]
      SEARCH_CLIENT_SECRET = jsondecode(ephemeral.aws_secretsmanager_secret_version.search.secret_string)["client_secret"]
      MAPPING              = "${path.module}/mapping.json"
    }
  }
}
