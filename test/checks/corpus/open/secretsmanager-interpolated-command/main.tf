data "aws_secretsmanager_secret_version" "cx" {
  secret_id = "contact-center/${var.environment}"
}

locals {
  cx = jsondecode(data.aws_secretsmanager_secret_version.cx.secret_string)
}

resource "null_resource" "validate_credentials" {
  provisioner "local-exec" {
    command = <<-EOT
      curl --silent --fail --output /dev/null \
        --request POST "https://cxone.niceincontact.com/auth/token" \
        --header "Content-Type: application/json" \
        --data '${jsonencode({ grant_type = "password", username = local.cx.access_key, password = local.cx.access_secret })}'
    EOT
  }
}

variable "environment" {
  type = string
}
