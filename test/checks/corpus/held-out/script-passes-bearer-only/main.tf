resource "null_resource" "release" {
  triggers = {
    version = var.release
  }

  provisioner "local-exec" {
    command = "bash ${path.module}/release.sh ${var.release}"
    environment = {
      SENTRY_AUTH_TOKEN = var.sentry_auth_token
      GITLAB_TOKEN      = var.gitlab_token
    }
  }
}

variable "release" {
  type = string
}

variable "sentry_auth_token" {
  type = string
}

variable "gitlab_token" {
  type = string
}
