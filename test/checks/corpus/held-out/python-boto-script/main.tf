resource "null_resource" "rotate" {
  triggers = {
    month = formatdate("YYYY-MM", plantimestamp())
  }

  provisioner "local-exec" {
    command = "python3 ${path.module}/rotate.py --secret-id ${aws_secretsmanager_secret.client.id}"
  }
}

resource "aws_secretsmanager_secret" "client" {
  name = "oauth/client"
}
