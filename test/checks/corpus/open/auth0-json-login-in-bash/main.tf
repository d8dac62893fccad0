resource "null_resource" "email_templates" {
  for_each = fileset("${path.module}/emails", "*.html")

  triggers = {
    html = filesha256("${path.module}/emails/${each.value}")
  }

  provisioner "local-exec" {
    command = "bash ${path.module}/put-template.sh '${each.value}'"
    environment = {
      AUTH0_CLIENT_ID     = var.auth0_client_id
      AUTH0_CLIENT_SECRET = var.auth0_client_secret
    }
  }
}

variable "auth0_client_id" {
  type = string
}

variable "auth0_client_secret" {
  type      = string
  sensitive = true
}
