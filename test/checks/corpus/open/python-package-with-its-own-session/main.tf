resource "terraform_data" "catalog" {
  triggers_replace = [filesha256("${path.module}/catalog/entries.json")]

  provisioner "local-exec" {
    working_dir = path.module
    command     = "poetry run python -m catalog.publish catalog/entries.json"
    environment = { CATALOG_SECRET_NAME = aws_secretsmanager_secret.catalog.arn }
  }
}

resource "aws_secretsmanager_secret" "catalog" {
  name = "catalog/publisher"
}

output "catalog_secret_name" {
  value = aws_secretsmanager_secret.catalog.arn
}
